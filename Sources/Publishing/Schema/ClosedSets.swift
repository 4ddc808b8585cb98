/// The properties that hold one of a few words (Docs/layers.md).
enum ClosedSets {
  private static let answers = ["yes", "no", "unknown"]

  private static let values: [String: [String]] = [
    "car": answers, "all_season": answers, "hardened": answers, "exposed": answers,
    "way_out": answers, "met": answers,
    "severity": ["error", "warning", "note"],
    "comparator": [
      "at_least", "at_most", "more_than", "less_than", "equal", "about", "range", "baseline",
    ],
  ]

  /// The words of a property; `nil` where it is not such a one.
  static func values(of property: String) -> [String]? { values[property] }
}
