internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Whether the road layer was cut at the boundary of the study: then a village near the boundary may
/// have its nearest road, and its only way round, beyond it, and not be told.
struct RoadBorderCheck {
  let study: Study
  /// The units that make up the study, of any level whose outlines are drawn.
  let units: [AdministrativeUnit]
  let placed: PlacedNetwork
  /// How far roads beyond the boundary count, in metres.
  let reach: Double

  /// A dead end so near to the boundary, in metres, ends at it.
  private static let nearness = 5.0
  /// Fewer roads that end at the boundary say nothing.
  private static let leastEnds = 3

  /// A warning where more roads end at the outer boundary than pass over it.
  ///
  /// - Parameter crossings: how often a road passes over it; where it was not counted, nothing is
  ///   said.
  func findings(crossings: Int?) -> [Finding] {
    guard let crossings else { return [] }
    let boundary = StudyBoundary(units)
    let ends = placed.roads.edges.deadEnds.count { boundary.isNear($0, within: Self.nearness) }
    guard ends >= Self.leastEnds, ends > crossings else { return [] }
    let metres = Int(reach.rounded())
    let amount = "\(ends) of \(ends + crossings) roads"
    study.ledger.warn(
      "roads: \(amount) that reach the boundary of the study end at it: the layer seems to be cut"
        + " there; load roads \(metres) m beyond")
    return [
      Finding(
        severity: .warning, kind: "roads-end-at-boundary", layer: "roads", amount: amount,
        message: "roads end at the boundary of the study: the layer seems to be cut there",
        remedy: "load roads at least \(metres) m beyond the boundary; people near it may be served"
          + " from outside",
        vietnamese: Finding.Wording(
          "đường dừng lại ở ranh giới vùng nghiên cứu: lớp đường có vẻ đã bị cắt tại đó",
          remedy: "nạp đường vượt ranh giới ít nhất \(metres) m; dân ở gần ranh giới có thể dùng"
            + " đường bên ngoài",
          amount: "\(ends)/\(ends + crossings) đường"))
    ]
  }
}

/// The outer boundary of the study.
private struct StudyBoundary {
  private let locator: UnitLocator
  private let index: LineReach

  init(_ units: [AdministrativeUnit]) {
    locator = UnitLocator(units.map { (code: $0.code ?? "", polygons: $0.polygons) })
    let rings = units.lazy.flatMap(\.polygons).flatMap(\.rings).map(\.coordinates)
    let lines = PolylineSet(rings)
    index = LineReach(
      lines, tiers: [EdgeTier](repeating: .clear, count: lines.count), radius: 5)
  }

  /// Whether a place lies within some metres of a border with nothing beyond: of eight places as far
  /// again around it, one lies outside all units and one inside.
  func isNear(_ place: Coordinate, within metres: Double) -> Bool {
    guard index.reach(of: place) == .surely else { return false }
    let scale = ShortGeodesic.metresPerDegree(atLatitude: place.y)
    let around = [
      (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7),
    ]
    let inside = around.map { dx, dy in
      locator.locate(
        Coordinate(
          x: place.x + 2 * metres * dx / scale.longitude,
          y: place.y + 2 * metres * dy / scale.latitude)
      ).unit != nil
    }
    return inside.contains(true) && inside.contains(false)
  }
}
