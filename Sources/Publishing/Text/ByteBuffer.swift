/// Bytes in the making: UTF-8 text that is put together without a string for each part.
struct ByteBuffer {
  /// What has been appended since the last ``removeAll()``.
  private(set) var bytes: [UInt8] = []

  /// The number of bytes held.
  var count: Int { bytes.count }

  /// Empties the buffer and keeps its storage.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends bytes.
  mutating func append(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// Appends `text` as it is.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends a whole number.
  mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(value.magnitude))
  }

  /// Appends a finite number in fixed decimals, zeros at the end dropped unless `keepsZeros`, never
  /// with an exponent, and never as `-0`.
  mutating func append(_ value: Double, decimals: Int, keepsZeros: Bool = false) {
    precondition(value.isFinite)
    guard let rounded = RoundedDecimal(value, decimals: decimals) else {
      if value < 0 { append(UInt8(ascii: "-")) }
      bytes.append(contentsOf: LongInteger.digits(of: value))
      if keepsZeros && decimals > 0 {
        append(UInt8(ascii: "."))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals))
      }
      return
    }
    if rounded.isNegative { append(UInt8(ascii: "-")) }
    append(digitsOf: rounded.whole)
    append(fraction: rounded.fraction, decimals: decimals, keepsZeros: keepsZeros)
  }

  /// Appends `scaled` / 10^`decimals` exactly, zeros at the end dropped; `scale` is that power.
  @inline(__always)
  mutating func append(scaled: Int64, decimals: Int, scale: UInt64) {
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
    append(digitsOf: whole)
    append(fraction: fraction, decimals: decimals, keepsZeros: false)
  }

  @inline(__always)
  private mutating func append(fraction: UInt64, decimals: Int, keepsZeros: Bool) {
    var rest = fraction
    var places = decimals
    if !keepsZeros {
      if rest == 0 { return }
      while true {
        let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
        guard digit == 0 else { break }
        rest = tenth
        places -= 1
      }
    }
    if places == 0 { return }
    append(UInt8(ascii: "."))
    append(digitsOf: rest, places: places)
  }

  @inline(__always)
  private mutating func append(digitsOf value: UInt64) {
    var places = 1
    var limit: UInt64 = 10
    while value >= limit {
      places += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    append(digitsOf: value, places: places)
  }

  @inline(__always)
  private mutating func append(digitsOf value: UInt64, places: Int) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: places))
    var index = start + places - 1
    var rest = value
    while rest > 0 {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = tenth
      index -= 1
    }
  }
}
