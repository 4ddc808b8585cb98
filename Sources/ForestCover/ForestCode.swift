/// The classes that forest cover tells apart in a raster, whatever the source's own classes are.
public enum ForestCode {
  /// The source does not know.
  public static let noData: UInt8 = 0
  /// Known, and no forest.
  public static let other: UInt8 = 1
  /// Forest by the rule.
  public static let forest: UInt8 = 2
  /// Inland water: known, and no forest.
  public static let water: UInt8 = 3
  /// The number of classes.
  public static let count = 4
}
