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
  ///   - target: What is to be reached: every class on its side is marked in the legend, none where the
  ///     target lies within a class, which would be marked wrongly either way.
  ///   - targetYear: The year by which it is to be reached; `nil` where there is none.
  ///   - decimals: The decimals of bounds in the legend.
  ///   - kind: What the features are in space.
  ///   - isWhole: Whether there are only whole numbers, so that no two classes name the same one.
  ///   - isLeastFirst: Whether the least stands out and is listed first, as in an order.
  ///   - language: The language of the legend, and how it writes numbers.
  public static func figure(
    _ property: String, title: String, breaks: ClassBreaks, ramp: Palette.Ramp,
    target: Double? = nil, targetYear: Int? = nil, decimals: Int, kind: GeometryKind,
    isWhole: Bool = false, isLeastFirst: Bool = false, language: OutputLanguage
  ) -> Theme {
    let ramp = Palette.colours(ramp, count: breaks.count)
    let colours = isLeastFirst ? ramp.reversed() : ramp
    var classes = [
      ThemeClass(
        symbol: kind.unknown, label: language == .vietnamese ? "Chưa rõ" : "Unknown")
    ]
    let reached = target.flatMap { breaks.firstClass(from: $0) } ?? breaks.count
    for index in 0..<breaks.count {
      let ends = (isWhole ? breaks.wholeEnds(of: index) : breaks.ends(of: index)).map {
        language.number($0, decimals: isWhole ? 0 : decimals) ?? ""
      }
      var label = ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])"
      if index >= reached { label += " · \(reachedWords(targetYear, language))" }
      classes.append(
        ThemeClass(
          symbol: kind.symbol(
            colours[min(index, colours.count - 1)],
            share: Double(isLeastFirst ? breaks.count - index : index + 1) / Double(breaks.count)),
          label: label))
    }
    var theme = Theme(
      title: title, classes: classes, isListedFromTop: !isLeastFirst, showsCounts: true,
      unknownClass: 0
    ) {
      feature in
      feature.number(property).flatMap { breaks.index(of: $0) }.map { $0 + 1 } ?? 0
    }
    if !isWhole, breaks.count > 1 {
      theme.note =
        language == .vietnamese
        ? "Giá trị bằng cận chung của hai lớp thuộc lớp cao hơn."
        : "A value on the bound of two classes belongs to the upper one."
    }
    return theme
  }

  /// What the legend says of a class in which the target is reached.
  private static func reachedWords(_ year: Int?, _ language: OutputLanguage) -> String {
    switch (year, language) {
    case (let year?, .vietnamese): "đạt mục tiêu \(year)"
    case (nil, .vietnamese): "đạt mục tiêu"
    case (let year?, .english): "\(year) target reached"
    case (nil, .english): "target reached"
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
