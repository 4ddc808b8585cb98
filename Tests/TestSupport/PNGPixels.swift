/// The pixels of a PNG of 8 bits in red, green and blue, read without the library that wrote it.
///
/// Only what Cairo writes: no interlace, colour type 2. The rows are inflated by a small reader of
/// RFC 1951, so that a test needs no other package.
public struct PNGPixels {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The chunks in order, by name.
  public let chunks: [String]
  /// The content of each kind of chunk; of several the last.
  public let contents: [String: [UInt8]]
  private let samples: [UInt8]

  /// Reads `bytes`; `nil` where they are no such PNG.
  public init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var names: [String] = []
    var contents: [String: [UInt8]] = [:]
    var packed: [UInt8] = []
    var index = 8
    while index + 12 <= bytes.count {
      let length = Self.number(bytes[index..<index + 4])
      let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
      guard index + 12 + length <= bytes.count else { return nil }
      let content = Array(bytes[index + 8..<index + 8 + length])
      names.append(name)
      contents[name] = content
      if name == "IDAT" { packed += content }
      index += 12 + length
    }
    guard let header = contents["IHDR"], header[8] == 8, header[9] == 2, header[12] == 0,
      let rows = Inflater.inflate(Array(packed.dropFirst(2)))
    else { return nil }
    width = Self.number(header[0..<4])
    height = Self.number(header[4..<8])
    chunks = names
    self.contents = contents
    guard let samples = Self.unfiltered(rows, width: width, height: height) else { return nil }
    self.samples = samples
  }

  /// Red, green and blue of a pixel, 0…255.
  public subscript(column: Int, row: Int) -> [UInt8] {
    let start = (row * width + column) * 3
    return Array(samples[start..<start + 3])
  }

  /// A number of four bytes.
  public static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func unfiltered(_ rows: [UInt8], width: Int, height: Int) -> [UInt8]? {
    let stride = width * 3
    guard rows.count == (stride + 1) * height else { return nil }
    var result = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      let filter = rows[row * (stride + 1)]
      for column in 0..<stride {
        let value = rows[row * (stride + 1) + 1 + column]
        let here = row * stride + column
        let left = column >= 3 ? Int(result[here - 3]) : 0
        let above = row > 0 ? Int(result[here - stride]) : 0
        let corner = row > 0 && column >= 3 ? Int(result[here - stride - 3]) : 0
        let guess: Int
        switch filter {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = above
        case 3: guess = (left + above) / 2
        case 4:
          let estimate = left + above - corner
          let (a, b, c) = (
            abs(estimate - left), abs(estimate - above), abs(estimate - corner)
          )
          guess = a <= b && a <= c ? left : b <= c ? above : corner
        default: return nil
        }
        result[here] = UInt8(truncatingIfNeeded: Int(value) + guess)
      }
    }
    return result
  }
}
