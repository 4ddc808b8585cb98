/// Numbers as decimal text: the one way in which this room writes a number.
public enum DecimalText {
  /// `value` with at most `decimals` decimals (0 … 15), rounded as C's `printf("%.nf")` rounds,
  /// zeros at the end dropped unless `keepsZeros`: `12.5`, `-0.000001`, `0`. Never an exponent,
  /// never `-0`. `nil` where `value` is not finite.
  public static func text(
    _ value: Double, decimals: Int, keepsZeros: Bool = false
  ) -> String? {
    guard value.isFinite else { return nil }
    var buffer = ByteBuffer()
    buffer.append(value, decimals: decimals, keepsZeros: keepsZeros)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
