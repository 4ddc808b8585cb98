import CairoKit
public import GeoAlgorithms
public import GeoModel
public import Publishing

/// How the values of a figure are divided into classes.
public enum ClassMethod: String, Sendable, Hashable, CaseIterable {
  /// Round bounds, one step apart.
  case rounded
  /// Natural breaks.
  case natural
  /// As many features in each class.
  case quantiles
  /// Round steps from a target, which is a bound.
  case target
}

extension Theme {
  /// Features by a figure in classes, the lightest the least; what is not known is hatched.
  ///
  /// - Parameters:
  ///   - property: The figure's name.
  ///   - title: The heading in the legend, with the unit.
  ///   - breaks: The classes.
  ///   - ramp: The colours.
  ///   - target: A bound that is to be reached, marked in the legend.
  ///   - decimals: The decimals of bounds in the legend.
  ///   - kind: What the features are in space.
  ///   - isLeastFirst: Whether the least stands out and is listed first, as in an order.
  ///   - language: The language of the legend, and how it writes numbers.
  public static func figure(
    _ property: String, title: String, breaks: ClassBreaks, ramp: Palette.Ramp,
    target: Double? = nil, decimals: Int, kind: GeometryKind, isLeastFirst: Bool = false,
    language: OutputLanguage
  ) -> Theme {
    let ramp = Palette.colours(ramp, count: breaks.count)
    let colours = isLeastFirst ? ramp.reversed() : ramp
    var classes = [
      ThemeClass(
        symbol: kind.unknown, label: language == .vietnamese ? "Chưa rõ" : "Unknown")
    ]
    for index in 0..<breaks.count {
      let ends = [breaks.bounds[index], breaks.bounds[index + 1]].map {
        language.number($0, decimals: decimals) ?? ""
      }
      var label = ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])"
      if let target, abs(breaks.bounds[index] - target) < 1e-9 {
        label += language == .vietnamese ? " · đạt mục tiêu" : " · target reached"
      }
      classes.append(
        ThemeClass(
          symbol: kind.symbol(
            colours[min(index, colours.count - 1)],
            share: Double(isLeastFirst ? breaks.count - index : index + 1) / Double(breaks.count)),
          label: label))
    }
    return Theme(
      title: title, classes: classes, isListedFromTop: !isLeastFirst, showsCounts: true,
      unknownClass: 0
    ) {
      feature in
      feature.number(property).flatMap { breaks.index(of: $0) }.map { $0 + 1 } ?? 0
    }
  }

  /// Features by a text, each value in a colour of its own, the rest together; what is not known is
  /// hatched. `words` says what a value is called.
  public static func kinds(
    _ property: String, title: String, features: [LayerFeature], words: [String: String],
    kind: GeometryKind, language: OutputLanguage
  ) -> Theme {
    var counts: [String: Int] = [:]
    for feature in features { feature.text(property).map { counts[$0, default: 0] += 1 } }
    let values = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(Palette.kinds.count).map(\.key)
    let others = values.count < counts.count
    var classes = [
      ThemeClass(
        symbol: kind.unknown,
        label: language == .vietnamese
          ? (others ? "Khác hoặc chưa rõ" : "Chưa rõ") : (others ? "Other or unknown" : "Unknown"))
    ]
    for (value, colour) in zip(values, Palette.kinds) {
      classes.append(
        ThemeClass(
          symbol: kind.symbol(kind == .area ? colour.opacity(0.75) : colour, share: 0.5),
          label: words[value] ?? value))
    }
    return Theme(title: title, classes: classes, showsCounts: true, unknownClass: 0) { feature in
      feature.text(property).flatMap { values.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }
  }
}
