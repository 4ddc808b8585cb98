import GeoAlgorithms
import GeoModel

/// Tells how many units cover a place, preparing only the units that are asked about.
struct CoverageCounter {
  private let units: [[Polygon]]
  private let tree: PackedRTree
  private var locators: [PointLocator?]

  init(_ units: [[Polygon]], tree: PackedRTree) {
    self.units = units
    self.tree = tree
    locators = [PointLocator?](repeating: nil, count: units.count)
  }

  /// The units that cover the inside of `face`, which no loose edge crosses, ascending.
  ///
  /// Asked of a position inside; where that falls on a border, of another. A face too thin for a
  /// position off every border is taken as covered by those that have the last one inside.
  mutating func units(covering face: Polygon) -> [Int] {
    var covering: [Int] = []
    for fraction in InteriorPoint.fractions {
      guard let position = InteriorPoint.of(face, fraction: fraction) else { continue }
      let (inside, onBorder) = locate(position)
      covering = inside
      if !onBorder { break }
    }
    return covering
  }

  private mutating func locate(_ position: Coordinate) -> (inside: [Int], onBorder: Bool) {
    let window = BoundingBox(
      minimumX: position.x, minimumY: position.y, maximumX: position.x, maximumY: position.y)
    var inside: [Int] = []
    var onBorder = false
    for unit in tree.items(meeting: window) {
      let locator = locators[unit] ?? PointLocator(units[unit])
      locators[unit] = locator
      switch locator.locate(position) {
      case .interior: inside.append(unit)
      case .boundary: onBorder = true
      case .exterior: break
      }
    }
    return (inside, onBorder)
  }
}
