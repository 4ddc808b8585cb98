/// The paper that a map is made for. Lengths in points (1/72 inch).
public struct PageSize: Sendable, Hashable {
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double

  /// Makes a page.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Points in a millimetre.
  public static let pointsPerMillimetre = 72 / 25.4

  /// ISO 216 A4, 210 × 297 mm, upright.
  public static let a4 = PageSize(
    width: 210 * pointsPerMillimetre, height: 297 * pointsPerMillimetre)
  /// ISO 216 A3, 297 × 420 mm, upright.
  public static let a3 = PageSize(
    width: 297 * pointsPerMillimetre, height: 420 * pointsPerMillimetre)

  /// The same paper on its side.
  public var turned: PageSize { PageSize(width: height, height: width) }
}
