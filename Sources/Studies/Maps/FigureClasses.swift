internal import GeoAlgorithms

/// The classes that the values of a figure are divided into on a map.
struct FigureClasses {
  let breaks: ClassBreaks
  /// Whether there are only whole numbers of things.
  let isWhole: Bool
  private let property: String

  /// The greatest number of classes: more cannot be told apart.
  private static let greatestCount = 6

  /// The classes of `values` of `property`; `nil` without finite values. `target`, where there is
  /// one, is a bound of the round steps, unless `choice` asks for others.
  init?(
    of property: String, _ values: [Double], _ choice: MapRequest.ClassChoice?, target: Double?
  ) {
    let isWhole = FigureTitles.unit(of: property) == nil && values.allSatisfy { $0 == $0.rounded() }
    let found: ClassBreaks? =
      switch choice {
      case .natural: .natural(values, count: 5).map { Self.shortened($0, values) }
      case .quantiles: .quantiles(values, count: 5).map { Self.shortened($0, values) }
      case .rounded:
        .rounded(values, count: Self.greatestCount, through: 0, isWhole: isWhole)
      case .target, nil:
        // A target is what the reader looks for: it is a bound where there is one, of classes that
        // reach out to it where that was asked for.
        .rounded(
          values + (choice == nil ? [] : [target].compactMap(\.self)), count: Self.greatestCount,
          through: target ?? 0, isWhole: isWhole && target == nil)
      }
    guard let found else { return nil }
    breaks = Self.clipped(found, of: property, values)
    self.isWhole = isWhole
    self.property = property
  }

  /// `breaks` with bounds of as few decimals as put every value into the class that it is in.
  private static func shortened(_ breaks: ClassBreaks, _ values: [Double]) -> ClassBreaks {
    if breaks.isOneValue { return breaks }
    let classes = values.map { breaks.index(of: $0) }
    var scale = 1.0
    for _ in 0..<6 {
      let bounds = breaks.bounds.enumerated().map { index, bound in
        (bound * scale).rounded(index == breaks.count ? .up : .down) / scale
      }
      if let short = ClassBreaks(bounds: bounds), values.map({ short.index(of: $0) }) == classes {
        return short
      }
      scale *= 10
    }
    return breaks
  }

  /// `breaks` within 0 and 100 where they are of a share; a rate that went beyond them keeps its own.
  static func clipped(_ breaks: ClassBreaks, of property: String, _ values: [Double]) -> ClassBreaks
  {
    guard FigureTitles.unit(of: property) == "%", values.allSatisfy({ (0...100).contains($0) })
    else { return breaks }
    return breaks.clipped(to: 0...100)
  }

  /// The decimals that bounds need.
  var decimals: Int { FigureMap.decimals(of: breaks, property: property) }
}
