/// How text is set.
public struct TextStyle: Sendable, Hashable {
  /// The size in points.
  public var size: Double
  /// How bold.
  public var weight: Weight
  /// Whether it slants.
  public var isItalic: Bool
  /// Space added between letters, in points.
  public var letterSpacing: Double
  /// How lines stand that are shorter than the widest.
  public var alignment: Alignment

  /// How bold text is.
  public enum Weight: Int, Sendable, Hashable {
    /// Running text.
    case regular = 400
    /// Headings within a legend.
    case semibold = 600
    /// Titles.
    case bold = 700
  }

  /// How the lines of a block stand.
  public enum Alignment: Sendable, Hashable {
    /// Flush left.
    case left
    /// In the middle.
    case centre
  }

  /// Makes a style.
  public init(
    size: Double, weight: Weight = .regular, isItalic: Bool = false, letterSpacing: Double = 0,
    alignment: Alignment = .left
  ) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.letterSpacing = letterSpacing
    self.alignment = alignment
  }
}
