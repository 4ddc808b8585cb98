internal import GeoAlgorithms
internal import Resettlement

/// How the area of a unit divides by what became of its ground, in **square metres**; the parts
/// close on the geodesic area of the unit.
struct GroundAreas: Sendable {
  var total = 0.0
  var scored = 0.0
  /// By constraint, in their order.
  var excluded: [Double]
  /// By constraint that is not known, then by criterion.
  var unknown: [Double]
  /// Beyond the edge of the cells.
  var outside = 0.0

  /// All that is not known.
  var unknownSum: Double { unknown.reduce(0, +) + outside }
  var excludedSum: Double { excluded.reduce(0, +) }

  init(rules: GroundRules) {
    excluded = [Double](repeating: 0, count: rules.constraints.count)
    unknown = [Double](repeating: 0, count: rules.constraints.count + rules.criteria.count)
  }

  init(_ sums: ZonalSums, unit: Int, area: Double, rules: GroundRules) {
    self.init(rules: rules)
    total = area
    let cells = sums.totalArea(unit: unit)
    guard cells > 0, area > 0 else {
      outside = area
      return
    }
    let scale = area / cells
    for code in 0..<rules.codeCount {
      let code = UInt8(truncatingIfNeeded: code)
      let part = scale * sums.area(unit: unit, code: code)
      switch rules.verdict(of: code) {
      case .scored: scored += part
      case .excluded(let index): excluded[index] += part
      case .unknownConstraint(let index): unknown[index] += part
      case .unknownCriterion(let index): unknown[rules.constraints.count + index] += part
      case .beyond: outside += part
      }
    }
    outside += scale * sums.outsideArea(unit: unit)
  }

  mutating func add(_ other: GroundAreas) {
    total += other.total
    scored += other.scored
    outside += other.outside
    for index in excluded.indices { excluded[index] += other.excluded[index] }
    for index in unknown.indices { unknown[index] += other.unknown[index] }
  }
}
