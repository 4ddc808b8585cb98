internal import Foundation

/// The times in a ZIP archive (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
///
/// GDAL writes the hour of writing into a workbook, so that no two are alike; they are put on one
/// date here.
enum ZIPTimes {
  /// 1 January 2000, 0:00: day, month and year since 1980 in 5, 4 and 7 bits.
  private static let date: UInt16 = 1 | 1 << 5 | 20 << 9

  private static let localHeader: UInt32 = 0x0403_4b50
  private static let directoryEntry: UInt32 = 0x0201_4b50
  private static let directoryEnd: UInt32 = 0x0605_4b50

  /// Puts all members of the archive at `path` on one date.
  ///
  /// - Throws: ``FormatError/notAnArchive(path:)`` for a file of another form, or one over 4 GiB;
  ///   what reading and writing it throws.
  static func settle(inFileAt path: String) throws {
    let url = URL(filePath: path)
    var bytes = [UInt8](try Data(contentsOf: url))
    guard settle(&bytes) else { throw FormatError.notAnArchive(path: path) }
    try Data(bytes).write(to: url)
  }

  /// The same for an archive in memory; whether it is one.
  static func settle(_ bytes: inout [UInt8]) -> Bool {
    // The end of the directory has 22 bytes and a comment of up to 65,535.
    let first = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: first, by: -1).first(where: {
        word(bytes, $0) == directoryEnd
      })
    else { return false }
    var entry = Int(word(bytes, end + 16))
    for _ in 0..<half(bytes, end + 10) {
      guard entry + 46 <= end, word(bytes, entry) == directoryEntry else { return false }
      let member = Int(word(bytes, entry + 42))
      guard member + 30 <= entry, word(bytes, member) == localHeader else { return false }
      set(&bytes, at: entry + 12)
      set(&bytes, at: member + 10)
      entry +=
        46 + half(bytes, entry + 28) + half(bytes, entry + 30) + half(bytes, entry + 32)
    }
    return true
  }

  /// Midnight, then the date.
  private static func set(_ bytes: inout [UInt8], at place: Int) {
    bytes[place] = 0
    bytes[place + 1] = 0
    bytes[place + 2] = UInt8(date & 0xFF)
    bytes[place + 3] = UInt8(date >> 8)
  }

  private static func half(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(half(bytes, place)) | UInt32(half(bytes, place + 2)) << 16
  }
}
