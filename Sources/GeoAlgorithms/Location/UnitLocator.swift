public import GeoModel

/// Finds the unit that positions lie in.
///
/// A position on a border that several units share goes to the one that is first by its code, and
/// so does one where units overlap; how many units hold it is told, so that an overlap can be
/// reported. The order of the units decides nothing as long as codes differ; among equal codes
/// the first given wins.
public struct UnitLocator: Sendable {
  /// What is known about one position.
  public struct Match: Sendable, Hashable {
    /// The index of the unit, in the order given; `nil` outside every unit.
    public var unit: Int?
    /// The number of units that have the position in their interior: 2 or more is an overlap.
    public var interiorCount: Int
    /// The number of units that have it on their border.
    public var boundaryCount: Int

    /// The number of units that hold the position, border included.
    public var count: Int { interiorCount + boundaryCount }

    /// Whether units overlap here: more than one has the position in its interior, or one has it
    /// in its interior and another on its border.
    public var isOverlap: Bool { interiorCount > 1 || interiorCount == 1 && boundaryCount > 0 }
  }

  private let locators: [PointLocator]
  /// The place of each unit in the order of the codes.
  let ranks: [Int]
  private let tree: PackedRTree

  /// Prepares `units`. A unit without area holds nothing.
  public init(_ units: [(code: String, polygons: [Polygon])]) {
    let order = units.indices.sorted {
      let (left, right) = (units[$0].code, units[$1].code)
      // By Unicode scalars, not by the canonical order, which may change with the Unicode version.
      if left.unicodeScalars.elementsEqual(right.unicodeScalars) { return $0 < $1 }
      return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
    var ranks = [Int](repeating: 0, count: units.count)
    for (rank, unit) in order.enumerated() { ranks[unit] = rank }
    self.ranks = ranks
    locators = units.map { PointLocator($0.polygons) }
    tree = PackedRTree(locators.map(\.boundingBox))
  }

  /// The unit of `position`. A position that is not finite lies nowhere. O(log n) and the cost of
  /// ``PointLocator/locate(_:)`` for each unit whose box holds the position.
  public func locate(_ position: Coordinate) -> Match {
    var match = Match(unit: nil, interiorCount: 0, boundaryCount: 0)
    guard position.isFinite else { return match }
    let window = BoundingBox(
      minimumX: position.x, minimumY: position.y, maximumX: position.x, maximumY: position.y)
    tree.forEach(meeting: window) { unit in
      switch locators[unit].locate(position) {
      case .exterior: return
      case .interior: match.interiorCount += 1
      case .boundary: match.boundaryCount += 1
      }
      if let present = match.unit, ranks[present] <= ranks[unit] { return }
      match.unit = unit
    }
    return match
  }
}
