internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// Turns lengths of road by unit and class into the layer `road-lengths` of a level, without
/// geometry: what ``RoadAccessLayer`` has by unit, class by class.
struct RoadLengthLayer {
  let plan: Plan
  let classNames: [String]

  /// The layer: a feature a unit and class that it has roads of, in the order of the units and of the
  /// names; roads outside all units last.
  func layer(of result: RoadAccessStudy.LevelResult, name: String) -> Layer {
    let units = result.level.units
    let entries = result.lengths.entries.sorted { left, right in
      let (one, other) = (UInt32(bitPattern: left.unit), UInt32(bitPattern: right.unit))
      if one != other { return one < other }
      return order(left.roadClass, right.roadClass)
    }
    let features = entries.map { entry in
      let unit = entry.unit < 0 ? nil : units[Int(entry.unit)]
      let roadClass = className(entry.roadClass)
      let place = unit.map { "\($0.level)/\($0.label)" } ?? "outside"
      return LayerFeature(
        identifier: "\(place)/\(roadClass ?? "-")", geometry: nil,
        properties: [
          Property("code", .optionalText(unit?.code)), Property("name", .optionalText(unit?.name)),
          Property("level", .text(unit?.level ?? "outside")),
          Property("vintage", .optionalText(plan.vintage?.description)),
          Property("class", .optionalText(roadClass)),
          Property("class_reason", .optionalText(roadClass == nil ? "no_class" : nil)),
        ] + lengths(entry.lengths))
    }
    let area = units.reduce(0) { $0 + $1.area }
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: plan, area: area)
        + lengths(result.lengths.units.reduce(into: SurfaceLengths()) { $0 += $1 }))
  }

  private func lengths(_ lengths: SurfaceLengths) -> [Property] {
    [
      Property("hardened_km", RoadAccessFigures.kilometres(lengths.hardened)),
      Property("unhardened_km", RoadAccessFigures.kilometres(lengths.unhardened)),
      Property("unknown_km", RoadAccessFigures.kilometres(lengths.unknown)),
      Property("roads_km", RoadAccessFigures.kilometres(lengths.all)),
    ]
  }

  private func className(_ number: Int32) -> String? {
    number < 0 ? nil : classNames[Int(number)]
  }

  /// By name; roads without a class last. The numbers follow the order of the source.
  private func order(_ left: Int32, _ right: Int32) -> Bool {
    guard let one = className(left) else { return false }
    guard let other = className(right) else { return true }
    return one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
