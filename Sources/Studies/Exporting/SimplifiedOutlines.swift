internal import Boundaries
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel

/// The outlines of a study's units with fewer positions: what neighbours and levels shared stays shared,
/// and no unit becomes invalid or comes to overlap or part from its neighbours where it did not before.
struct SimplifiedOutlines {
  /// The outline of each unit that has one, by `level/code`.
  let outlines: [String: [Polygon]]
  /// The positions before and after.
  let positions: (before: Int, after: Int)

  /// Simplifies, and looks at the result: units with a new fault stay as drawn, and it is done again,
  /// until there is none.
  ///
  /// - Parameter metres: How far a border may lie from where it was, in **metres**.
  /// - Throws: what GEOS reports.
  init(of levels: [Study.Level], by metres: Double) throws(StudyError) {
    let areas = levels.flatMap { $0.units.map(\.polygons) }
    var box = BoundingBox.empty
    for ring in areas.joined().flatMap(\.rings) {
      for position in ring.coordinates { box.extend(to: position) }
    }
    let lines = LineSimplifier(
      toleranceMetres: metres, latitude: box.isEmpty ? 0 : (box.minimumY + box.maximumY) / 2)
    var simplifier = BorderSimplifier(areas: areas, lines: lines)
    do throws(GEOSError) {
      var known: [Set<CoverageFault>] = []
      for level in levels { known.append(Set(try CoverageCheck.faults(of: level.units).places)) }
      var simplified = levels
      var kept: Set<String> = []
      while true {
        var stubborn: [AdministrativeUnit] = []
        for (index, level) in levels.enumerated() {
          for unit in level.units.indices {
            simplified[index].units[unit].polygons = level.units[unit].polygons
              .map(simplifier.simplified)
          }
          for fault in try CoverageCheck.faults(of: simplified[index].units).places
          where !known[index].contains(fault) {
            stubborn += fault.units.map { level.units[$0] }
          }
        }
        let fresh = stubborn.filter { kept.insert(Self.identifier(of: $0)).inserted }
        if fresh.isEmpty { break }
        for polygon in fresh.flatMap(\.polygons) { simplifier.keep(polygon) }
      }
      var outlines: [String: [Polygon]] = [:]
      for unit in simplified.flatMap(\.units) {
        outlines[Self.identifier(of: unit)] = unit.polygons
      }
      self.outlines = outlines
      positions = (
        Self.count(areas.joined()), Self.count(simplified.flatMap(\.units).flatMap(\.polygons))
      )
    } catch {
      throw .internalFailure(error.message)
    }
  }

  /// `layers` with these outlines where a feature has its unit's; all else as it was.
  func applied(to layers: [Layer]) -> [Layer] {
    layers.map { layer in
      var layer = layer
      for index in layer.features.indices {
        guard layer.features[index].geometry?.polygons.isEmpty == false,
          let outline = outline(of: layer.features[index]), !outline.isEmpty
        else { continue }
        layer.features[index].geometry =
          outline.count == 1 ? .polygon(outline[0]) : .multiPolygon(outline)
      }
      return layer
    }
  }

  /// The outline of the unit that a feature is, or of the one that a target is compared with.
  private func outline(of feature: LayerFeature) -> [Polygon]? {
    if let own = outlines[feature.identifier] { return own }
    guard case .text(let level)? = feature["level"], case .text(let code)? = feature["unit_code"]
    else { return nil }
    return outlines["\(level)/\(code)"]
  }

  /// The identifier that features of the unit have.
  private static func identifier(of unit: AdministrativeUnit) -> String {
    "\(unit.level)/\(unit.label)"
  }

  private static func count(_ polygons: some Sequence<Polygon>) -> Int {
    polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.coordinates.count } }
  }
}

/// Something wrong with a coverage, by the units that it is about.
private struct CoverageFault: Hashable {
  var kind: Int
  var units: [Int]
}

extension CoverageFaults {
  fileprivate var places: [CoverageFault] {
    overlaps.map { CoverageFault(kind: 0, units: [$0.first, $0.second]) }
      + gaps.map { CoverageFault(kind: 1, units: $0.neighbours.sorted()) }
      + mended.map { CoverageFault(kind: 2, units: [$0]) }
      + withoutArea.map { CoverageFault(kind: 3, units: [$0]) }
  }
}
