/// A finite number rounded to a fixed count of decimals, as whole part and fraction.
///
/// The rounding is that of C's `printf("%.nf")`: the exact value of the binary number is rounded to
/// nearest, and a tie, which only a number with few binary digits can be, goes to the even digit.
struct RoundedDecimal {
  /// The most decimals that are taken: beyond them 10ⁿ times a fraction would lose digits.
  static let mostDecimals = 15

  /// Whether a minus sign belongs in front; never for zero.
  var isNegative: Bool
  /// The digits in front of the decimal point.
  var whole: UInt64
  /// The digits behind it, times 10 to the number of decimals.
  var fraction: UInt64

  /// Rounds `value`; `nil` where its magnitude is 2⁶³ or more, or it is not finite.
  @inline(__always)
  init?(_ value: Double, decimals: Int) {
    precondition(decimals >= 0 && decimals <= RoundedDecimal.mostDecimals)
    let magnitude = value.magnitude
    guard magnitude < 9_223_372_036_854_775_808 else { return nil }
    whole = UInt64(magnitude)
    let rest = magnitude - Double(whole)
    let scale = RoundedDecimal.powersOfTen[decimals]
    let product = rest * Double(scale)
    let floor = product.rounded(.down)
    let distance = product - floor
    fraction = UInt64(floor)
    if distance > 0.5 {
      fraction += 1
    } else if distance == 0.5 {
      // The product may itself have been rounded onto the tie: the exact error decides.
      let error = (-product).addingProduct(rest, Double(scale))
      if error > 0 || (error == 0 && RoundedDecimal.isOdd(fraction, whole, decimals)) {
        fraction += 1
      }
    }
    if fraction == scale {
      whole += 1
      fraction = 0
    }
    isNegative = value < 0 && (whole != 0 || fraction != 0)
  }

  /// Whether the last digit that is kept is odd: of the whole part where no decimals are.
  private static func isOdd(_ fraction: UInt64, _ whole: UInt64, _ decimals: Int) -> Bool {
    (decimals == 0 ? whole : fraction) & 1 == 1
  }

  /// 10 to the power of 0 … 15.
  static let powersOfTen: [UInt64] = (0...mostDecimals).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

/// The decimal digits of whole numbers that no machine word holds.
enum LongInteger {
  /// The digits of the magnitude of `value`, most significant first, as ASCII. `value` must be
  /// finite and at least 2⁵³ in magnitude, so that it is a whole number. O(exponent²), at most
  /// 1024 doublings of 309 digits.
  static func digits(of value: Double) -> [UInt8] {
    let magnitude = value.magnitude
    var limbs = [magnitude.significandBitPattern | 1 << 52].flatMap { significand in
      [significand % 1_000_000_000, significand / 1_000_000_000]
    }
    for _ in 0..<(Int(magnitude.exponent) - 52) {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = limbs[index] * 2 + carry
        limbs[index] = doubled % 1_000_000_000
        carry = doubled / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(48 + rest % 10))
        rest /= 10
      }
    }
    while digits.count > 1, digits.last == 48 { digits.removeLast() }
    return digits.reversed()
  }
}
