internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// What it costs to harden each section, by the plan's table.
struct SectionCosts {
  /// What each section costs, in money, or in metres where the plan has no table.
  var costs: [Double]
  /// The costs in whole units, and how many of them are one.
  var whole: [Int]
  var unitsOfOne: Double
  /// Whether the plan has a table of costs.
  var isMoney: Bool

  /// All costs together stay below this, so that sums of them are exact also as real numbers.
  private static let greatestTotal = 1e14

  /// Prices the sections of a network: the first row that fits holds.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where no row fits a section.
  init(_ network: PavingNetwork, roads: RoadsSection, study: Study) throws {
    isMoney = !roads.costs.isEmpty
    let metres = network.sections.map { ShortGeodesic.metres(of: $0.length) }
    if roads.costs.isEmpty {
      costs = metres
    } else {
      let slopes = try SectionSlopes(study: study).slopes(of: network, costs: roads.costs)
      var rates: [Double] = []
      var unpriced: [UnpricedKind: (count: Int, metres: Double)] = [:]
      for (index, section) in network.sections.enumerated() {
        let kind = UnpricedKind(
          roadClass: network.className(section), surface: network.surfaceName(section),
          isBridge: network.isBridge(section))
        let row = roads.costs.first { $0.fits(kind, slope: slopes?[index]) }
        if row == nil {
          unpriced[kind, default: (0, 0)].count += 1
          unpriced[kind, default: (0, 0)].metres += metres[index]
        }
        rates.append(row?.perKilometre ?? 0)
      }
      guard unpriced.isEmpty else { throw Self.noRow(unpriced, roads: roads, plan: study.plan) }
      costs = zip(metres, rates).map { $0 * $1 / 1000 }
    }
    let total = costs.reduce(0, +)
    var units = 1e6
    while total * units > Self.greatestTotal { units /= 10 }
    while total > 0, total * units < Self.greatestTotal / 1000 { units *= 10 }
    unitsOfOne = units
    whole = costs.map { Int(($0 * units).rounded()) }
  }

  /// What tells one row of costs from another, slope apart.
  struct UnpricedKind: Hashable {
    var roadClass: String?
    var surface: String?
    var isBridge: Bool

    var text: String {
      "class \(roadClass ?? "none"), surface \(surface ?? "unknown")\(isBridge ? ", bridge" : "")"
    }
  }

  private static func noRow(
    _ unpriced: [UnpricedKind: (count: Int, metres: Double)], roads: RoadsSection, plan: Plan
  ) -> StudyError {
    let first = unpriced.min { ($1.value.metres, $0.key.text) < ($0.value.metres, $1.key.text) }
    let count = unpriced.values.reduce(0) { $0 + $1.count }
    return .plan([
      plan.problem(
        at: roads.mark, path: "roads.costs",
        "no row of costs fits \(count) section\(count == 1 ? "" : "s") of road, most of them"
          + " \(first?.key.text ?? "")",
        suggestion: "add a last row without conditions")
    ])
  }
}

extension RoadCost {
  /// Whether the row holds for such a section. A row that asks for a slope does not fit where the
  /// slope is not known.
  func fits(_ kind: SectionCosts.UnpricedKind, slope: Double?) -> Bool {
    if !classes.isEmpty, !(kind.roadClass.map(classes.contains) ?? false) { return false }
    if !surfaces.isEmpty, !(kind.surface.map(surfaces.contains) ?? false) { return false }
    if let bridge, bridge != kind.isBridge { return false }
    guard let slopePercent else { return true }
    guard let slope else { return false }
    return slopePercent.contains(slope)
  }
}
