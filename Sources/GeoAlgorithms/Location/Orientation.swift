public import GeoModel

/// On which side of a line a position lies, decided exactly.
///
/// The sign of twice the area of the triangle (a, b, c), computed in floating point and, where its
/// rounding error could change the sign, again without rounding. Source: J. R. Shewchuk, "Adaptive
/// precision floating-point arithmetic and fast robust geometric predicates", Discrete &
/// Computational Geometry 18, 1997, doi:10.1007/PL00009321 (the error bound and the exact sum are
/// his). Exact as long as no product overflows or falls below the normal numbers.
public enum Orientation {
  /// 1 where `c` lies to the left of the line from `a` to `b`, −1 to the right, 0 on it.
  public static func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let determinant = left - right
    // (3 + 16ε)ε with ε = 2⁻⁵³, Shewchuk's first bound.
    let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
    if determinant > bound { return 1 }
    if determinant < -bound { return -1 }
    if bound == 0 { return 0 }
    return exactSign(a, b, c)
  }

  private static func exactSign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
    var sum = Expansion()
    sum.add(product: a.x, b.y)
    sum.add(product: -a.x, c.y)
    sum.add(product: -c.x, b.y)
    sum.add(product: -a.y, b.x)
    sum.add(product: a.y, c.x)
    sum.add(product: c.y, b.x)
    return sum.sign
  }
}

/// A sum kept without rounding as numbers that do not overlap, the least first.
private struct Expansion {
  private var terms: [Double] = []

  mutating func add(product left: Double, _ right: Double) {
    let rounded = left * right
    add((-rounded).addingProduct(left, right))
    add(rounded)
  }

  private mutating func add(_ value: Double) {
    var carried = value
    var kept: [Double] = []
    kept.reserveCapacity(terms.count + 1)
    for term in terms {
      let sum = carried + term
      let virtual = sum - carried
      let error = (carried - (sum - virtual)) + (term - virtual)
      if error != 0 { kept.append(error) }
      carried = sum
    }
    if carried != 0 { kept.append(carried) }
    terms = kept
  }

  /// The sign of the greatest term, which is that of the sum.
  var sign: Int {
    guard let greatest = terms.last else { return 0 }
    return greatest > 0 ? 1 : -1
  }
}
