/// Unpacks DEFLATE (RFC 1951), for tests only: simple, not fast.
enum Inflater {
  /// What `bytes` hold; `nil` where they are not well formed.
  static func inflate(_ bytes: [UInt8]) -> [UInt8]? {
    var bits = BitReader(bytes: bytes)
    var output: [UInt8] = []
    while true {
      guard let isLast = bits.read(1), let kind = bits.read(2) else { return nil }
      switch kind {
      case 0:
        guard bits.copyStored(to: &output) else { return nil }
      case 1:
        let lengths =
          [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
          + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8)
        guard
          decode(&bits, HuffmanCode(lengths), HuffmanCode([Int](repeating: 5, count: 30)), &output)
        else { return nil }
      case 2:
        guard let codes = dynamicCodes(&bits), decode(&bits, codes.0, codes.1, &output) else {
          return nil
        }
      default: return nil
      }
      if isLast == 1 { return output }
    }
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static func dynamicCodes(_ bits: inout BitReader) -> (HuffmanCode, HuffmanCode)? {
    guard let literals = bits.read(5), let distances = bits.read(5), let codes = bits.read(4)
    else { return nil }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<codes + 4 {
      guard let length = bits.read(3) else { return nil }
      lengths[order[index]] = length
    }
    let code = HuffmanCode(lengths)
    var all: [Int] = []
    let wanted = literals + 257 + distances + 1
    while all.count < wanted {
      guard let symbol = code.read(&bits) else { return nil }
      switch symbol {
      case 16:
        guard let last = all.last, let more = bits.read(2) else { return nil }
        all += [Int](repeating: last, count: more + 3)
      case 17:
        guard let more = bits.read(3) else { return nil }
        all += [Int](repeating: 0, count: more + 3)
      case 18:
        guard let more = bits.read(7) else { return nil }
        all += [Int](repeating: 0, count: more + 11)
      default: all.append(symbol)
      }
    }
    return (
      HuffmanCode(Array(all[..<(literals + 257)])), HuffmanCode(Array(all[(literals + 257)...]))
    )
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private static func decode(
    _ bits: inout BitReader, _ literals: HuffmanCode, _ distances: HuffmanCode,
    _ output: inout [UInt8]
  ) -> Bool {
    while let symbol = literals.read(&bits) {
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      let index = symbol - 257
      let extra = index < 8 || index == 28 ? 0 : (index - 4) / 4
      guard index < lengthBases.count, let more = bits.read(extra),
        let code = distances.read(&bits), code < distanceBases.count,
        let far = bits.read(code < 4 ? 0 : (code - 2) / 2)
      else { return false }
      let distance = distanceBases[code] + far
      guard distance <= output.count else { return false }
      for _ in 0..<(lengthBases[index] + more) { output.append(output[output.count - distance]) }
    }
    return false
  }
}

/// Reads bits, the lowest of a byte first.
struct BitReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(_ count: Int) -> Int? {
    var value = 0
    for bit in 0..<count {
      guard position / 8 < bytes.count else { return nil }
      value |= Int(bytes[position / 8] >> UInt8(position % 8) & 1) << bit
      position += 1
    }
    return value
  }

  mutating func copyStored(to output: inout [UInt8]) -> Bool {
    position = (position + 7) / 8 * 8
    guard let length = read(16), read(16) != nil, position / 8 + length <= bytes.count else {
      return false
    }
    output += bytes[position / 8..<position / 8 + length]
    position += length * 8
    return true
  }
}

/// A code whose words follow from their lengths.
struct HuffmanCode {
  private var counts = [Int](repeating: 0, count: 16)
  private var symbols: [Int] = []

  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1..<16 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
  }

  func read(_ bits: inout BitReader) -> Int? {
    var code = 0
    var first = 0
    var start = 0
    for length in 1..<16 {
      guard let bit = bits.read(1) else { return nil }
      code |= bit
      if code - first < counts[length] { return symbols[start + code - first] }
      start += counts[length]
      first = (first + counts[length]) << 1
      code <<= 1
    }
    return nil
  }
}
