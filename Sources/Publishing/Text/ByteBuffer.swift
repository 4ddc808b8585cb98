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

  /// Appends a position as GeoJSON writes it, `[x,y]`, each number `scaled` / 10^`decimals` exactly
  /// with zeros at its end dropped; `scale` is that power.
  ///
  /// Room is made once for all of it: a layer has millions of positions.
  @inline(__always)
  mutating func append(x: Int64, y: Int64, decimals: Int, scale: UInt64) {
    // Twice a sign, the 20 digits of any whole number, a point and a nought before it; 3 marks.
    bytes.append(addingCapacity: 49) { room in
      room.append(UInt8(ascii: "["))
      Self.write(x, decimals, scale, to: &room)
      room.append(UInt8(ascii: ","))
      Self.write(y, decimals, scale, to: &room)
      room.append(UInt8(ascii: "]"))
    }
  }

  /// Appends one such number.
  mutating func append(scaled: Int64, decimals: Int, scale: UInt64) {
    bytes.append(addingCapacity: 23) { room in Self.write(scaled, decimals, scale, to: &room) }
  }

  @inline(__always)
  private static func write(
    _ scaled: Int64, _ decimals: Int, _ scale: UInt64, to room: inout OutputSpan<UInt8>
  ) {
    if scaled < 0 { room.append(UInt8(ascii: "-")) }
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
    write(digitsOf: whole, places: 1, to: &room)
    guard fraction > 0 else { return }
    var (rest, places) = (fraction, decimals)
    while true {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      guard digit == 0 else { break }
      (rest, places) = (tenth, places - 1)
    }
    room.append(UInt8(ascii: "."))
    write(digitsOf: rest, places: places, to: &room)
  }

  /// Writes a whole number with noughts before it up to `places` digits.
  @inline(__always)
  private static func write(
    digitsOf value: UInt64, places: Int, to room: inout OutputSpan<UInt8>
  ) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var (index, rest) = (20, value)
    while rest > 0 {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      index -= 1
      digits[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = tenth
    }
    for place in min(index, 20 - places)..<20 { room.append(digits[place]) }
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

  private mutating func append(digitsOf value: UInt64, places: Int = 1) {
    bytes.append(addingCapacity: 20) { room in
      Self.write(digitsOf: value, places: places, to: &room)
    }
  }
}
