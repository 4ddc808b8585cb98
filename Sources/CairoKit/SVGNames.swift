/// Numbers the parts of an SVG in the order in which they are met.
///
/// Cairo names images and groups by a count of all surfaces of the process, so that the second of two
/// equal drawings would differ from the first.
struct SVGNames {
  private static let stems = [Array("image".utf8), Array("surface".utf8)]
  private static let quote = UInt8(ascii: "\"")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  private var numbers: [Int: Int] = [:]

  /// `bytes`, which are whole lines, with the names renumbered. O(n).
  mutating func renumbered(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      result.append(byte)
      index += 1
      // A name stands behind a quotation mark, a reference to it behind a number sign.
      guard byte == Self.quote || byte == UInt8(ascii: "#"),
        let stem = Self.stems.first(where: { bytes[index...].starts(with: $0) })
      else { continue }
      var end = index + stem.count
      while end < bytes.count, Self.digits.contains(bytes[end]) { end += 1 }
      guard let number = Int(String(decoding: bytes[(index + stem.count)..<end], as: UTF8.self))
      else { continue }
      let ours = numbers[number] ?? numbers.count + 1
      numbers[number] = ours
      result += stem + Array(String(ours).utf8)
      index = end
    }
    return result
  }
}
