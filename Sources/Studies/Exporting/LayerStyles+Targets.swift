internal import Cartography
internal import GeoModel
internal import Publishing

extension LayerStyles {
  /// Targets by whether they are met. A unit is drawn once for each target that it is compared with, and
  /// the outlines lie on each other: so each target has rules of its own, and those of the first alone are
  /// switched on.
  func targets(_ layer: Layer, kind: GeometryKind) -> [StyleRule] {
    let drawn = layer.features.filter { $0.geometry?.isEmpty == false }
    let answers = rules(of: Layer(name: layer.name, features: drawn), kinds: "met", kind: kind)
      .filter { $0.filter != "ELSE" }
    var goals: [Goal] = []
    for feature in drawn {
      let goal = Goal(feature)
      if !goals.contains(goal) { goals.append(goal) }
    }
    return goals.flatMap { goal in
      answers.map { answer in
        StyleRule(
          filter: "\(goal.filter(quoted)) AND \(answer.filter)",
          label: "\(title(of: goal)): \(word(for: answer))", symbol: answer.symbol,
          isShown: goal == goals.first)
      }
    }
  }

  private func title(of goal: Goal) -> String {
    let name = goal.indicator
    let title = titles.words?.text("indicators", name) ?? titles.property(name)
    return "\(title), \(goal.year), \(MapWords.level(goal.level, titles.language).lowercased())"
  }

  /// `not met` rather than `no`.
  private func word(for answer: StyleRule) -> String {
    ["yes", "no", "unknown"].first { answer.filter.hasSuffix("'\($0)'") }
      .flatMap { titles.words?.text("page", "met_\($0)") } ?? answer.label
  }

  /// What parts one target from another.
  private struct Goal: Hashable {
    var indicator = ""
    var year = ""
    var level = ""
    var comparator = ""

    init(_ feature: LayerFeature) {
      func text(_ name: String) -> String {
        if case .text(let text)? = feature[name] { text } else { "" }
      }
      indicator = text("indicator")
      year = text("year")
      level = text("level")
      comparator = text("comparator")
    }

    func filter(_ quoted: (String) -> String) -> String {
      [("indicator", indicator), ("year", year), ("level", level), ("comparator", comparator)]
        .map { "\(quoted($0.0)) = '\($0.1.replacing("'", with: "''"))'" }
        .joined(separator: " AND ")
    }
  }
}
