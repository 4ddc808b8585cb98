internal import CairoKit
internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

/// The ground of a map: the units of a level, with those of the first level around them.
struct MapGround {
  let study: Study
  /// The units that are shown.
  let level: Study.Level
  let language: OutputLanguage
  /// The code of the one unit that is shown; `nil` for all.
  let place: String?

  /// All units of the level where only some are shown; else `nil`.
  private let surroundings: Study.Level?

  /// The units of the level called `name`, all of them or those in the unit `place`.
  ///
  /// - Throws: ``StudyError/usage(_:)`` for a level or a code that the plan does not have.
  init(
    _ study: Study, level name: String?, in place: String?, language: OutputLanguage
  ) throws(StudyError) {
    self.study = study
    self.language = language
    self.place = place
    let whole = try name.map { name throws(StudyError) in try study.level(named: name) }
    let all = whole ?? study.finest
    level = try place.map { code throws(StudyError) in try study.narrow(all, to: code) } ?? all
    surroundings = place == nil ? nil : all
  }

  /// What the map must show.
  ///
  /// - Throws: ``StudyError/input(_:)`` where no unit has an area.
  func extent() throws(StudyError) -> MapExtent {
    let places = level.units.lazy.flatMap { unit in
      unit.polygons.lazy.flatMap { $0.exterior.coordinates }
    }
    guard let extent = MapExtent(of: places) else {
      throw .input(["\(study.plan.file): units.\(level.name): no unit has an area to draw"])
    }
    return extent
  }

  /// The land, lowest of all.
  var land: [MapLayer] {
    [MapLayer(shapes: .areas(level.units.map(\.polygons)), symbol: UnitSymbols.land)]
  }

  /// The borders, over the land.
  var borders: [MapLayer] {
    var layers: [MapLayer] = []
    if let surroundings {
      layers.append(
        MapLayer(
          shapes: .areas(surroundings.units.map(\.polygons)), symbol: UnitSymbols.farBorder))
    }
    layers.append(
      MapLayer(shapes: .areas(level.units.map(\.polygons)), symbol: UnitSymbols.border))
    return layers + strongBorders
  }

  /// The borders of the first level, over all grounds.
  var strongBorders: [MapLayer] {
    guard let first = strongLevel else { return [] }
    return [MapLayer(shapes: .areas(first.units.map(\.polygons)), symbol: UnitSymbols.strongBorder)]
  }

  private var strongLevel: Study.Level? {
    study.levels.count > 1 && level.name != study.levels[0].name ? study.levels[0] : nil
  }

  /// The names of the units.
  var labels: [MapLabel] {
    var labels = level.units.compactMap { unit in
      unit.name.map { name in
        MapLabel(
          text: name, place: .area(unit.polygons), style: LabelStyles.unit,
          colour: LabelStyles.unitColour, rank: 1)
      }
    }
    // Names of the first level only where there is more than one: else the title says it.
    if let first = strongLevel, first.units.count > 1, level.units.count > first.units.count,
      surroundings == nil
    {
      labels += first.units.compactMap { unit in
        unit.name.map { name in
          MapLabel(
            text: name.uppercased(), place: .area(unit.polygons), style: LabelStyles.strongUnit,
            colour: LabelStyles.strongUnitColour, rank: 0, margin: 3)
        }
      }
    }
    return labels
  }

  /// The names of a small map: of the first level where there are several of it, else of the units.
  var smallLabels: [MapLabel] {
    let strong = strongLevel.map { $0.units.count > 1 && surroundings == nil } ?? false
    let units = strong ? strongLevel?.units ?? [] : level.units
    return units.compactMap { unit in
      unit.name.map { name in
        MapLabel(
          text: name, place: .area(unit.polygons), style: LabelStyles.small,
          colour: LabelStyles.unitColour, rank: 0, margin: 1)
      }
    }
  }

  /// The legend of the borders.
  var legend: LegendSection {
    var entries: [LegendEntry] = []
    if let first = strongLevel {
      entries.append(
        LegendEntry(
          symbol: UnitSymbols.strongBorder, label: MapWords.level(first.name, language)))
    }
    entries.append(
      LegendEntry(symbol: UnitSymbols.border, label: MapWords.level(level.name, language)))
    return LegendSection(
      title: language == .vietnamese ? "Ranh giới" : "Boundaries", entries: entries)
  }
}

/// How names are set.
enum LabelStyles {
  static let unit = TextStyle(size: 7.4, weight: .semibold)
  static let unitColour = Colour(0x4B453A)
  static let strongUnit = TextStyle(size: 9.2, weight: .bold, letterSpacing: 1.4)
  static let strongUnitColour = Colour(0x6E634F)
  static let small = TextStyle(size: 6, weight: .semibold)
  static let village = TextStyle(size: 5.9)
  static let villageColour = Palette.ink
}
