internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Publishing
internal import RoadAccess

/// What the map of a page shows: units with their figures, villages, lines and areas, roads behind them.
struct ReportMap {
  let study: Study
  let layers: [Layer]
  let tables: [ReportTable]
  let words: ReportWords
  let language: OutputLanguage
  /// The roads of the plan; `nil` where there are none.
  let roads: RoadNetwork?
  /// The places that roads lead to.
  let centres: [Coordinate]

  /// The layers of villages, the one that tells most first.
  private static let villageLayers = ["resettlement-villages", "villages", "join-village"]
  /// Lines and areas, in the order of drawing.
  private static let shapeLayers = [
    "forest-restoration", "resettlement-sites", "hazard-roads", "critical-sections", "pave",
    "pave-surveys", "resettlement-moves",
  ]
  /// The answers by which villages can be coloured.
  private static let answers = ["hardened", "all_season", "car", "exposed", "way_out"]
  /// The most positions of roads; beyond them only main roads, beyond those none.
  private static let mostRoadPositions = 40_000

  /// The map as its scripts read it; `null` where no unit has an outline.
  var json: JSONValue {
    let shown = study.levels.filter { $0.units.count <= ReportChoice.mostUnits }
    guard let shapes = ReportShapes(levels: shown.map { $0.units.map(\.polygons) }) else {
      return .null
    }
    let box = shapes.box
    return [
      "scale": .integer(ReportShapes.scale),
      "tolerance_m": .decimal(shapes.toleranceMetres, decimals: 0),
      "bounds": .list(
        [box.minimumX, box.minimumY, box.maximumX, box.maximumY].map { .decimal($0, decimals: 6) }),
      "levels": .list(shown.map { level($0, shapes) }),
      "left_out": .list(
        study.levels.filter { $0.units.count > ReportChoice.mostUnits }
          .map {
            .text(
              words("map_level_left_out", MapWords.level($0.name, language), count($0.units.count)))
          }),
      "villages": villages(shapes),
      "shapes": .list(Self.shapeLayers.compactMap { shapeLayer($0, shapes) }),
      "roads": roads.map { roadLayer($0, shapes) } ?? .null,
      "centres": .list(centres.map { shapes.shape(.point($0)) }),
    ]
  }

  private func count(_ number: Int) -> String { language.number(number) }

  private func table(_ name: String) -> Int? { tables.firstIndex { $0.name == name } }

  // MARK: Units

  private func level(_ level: Study.Level, _ shapes: ReportShapes) -> JSONValue {
    let suffix = level.name == study.levels[0].name ? "" : "-\(level.name)"
    return [
      "name": .text(level.name), "title": .text(MapWords.level(level.name, language)),
      "table": table("units-\(level.name)").map { .integer($0) } ?? .null,
      "names": .list(level.units.map { .text($0.name ?? $0.label) }),
      "shapes": .list(level.units.map { shapes.unit($0.polygons) }),
      "figures": .list(
        ReportFigures(words: words, language: language).figures(
          suffix: suffix, count: level.units.count, layers: layers, tables: tables)),
    ]
  }

  // MARK: Villages

  private func villages(_ shapes: ReportShapes) -> JSONValue {
    let found = Self.villageLayers.lazy.compactMap { name in layers.first { $0.name == name } }
      .first
    guard let layer = found, let place = table(layer.name) else { return .null }
    let kept = ReportChoice(of: layer).kept ?? Array(layer.features.indices)
    let themes = Self.answers.compactMap { name -> JSONValue? in
      tables[place].column(name).map { column in
        ["column": .integer(column), "title": .text(words["village_theme_\(name)"])]
      }
    }
    return [
      "table": .integer(place), "title": .text(words["villages"]),
      "shapes": .list(kept.map { shapes.shape(layer.features[$0].geometry) }),
      "themes": .list(themes),
    ]
  }

  // MARK: Lines and areas

  private func shapeLayer(_ name: String, _ shapes: ReportShapes) -> JSONValue? {
    guard let layer = layers.first(where: { $0.name == name }), !layer.features.isEmpty,
      let place = table(name)
    else { return nil }
    let kept = ReportChoice(of: layer).kept ?? Array(layer.features.indices)
    return [
      "name": .text(name), "title": .text(tables[place].title), "table": .integer(place),
      "choice": .optional(tables[place].choice),
      "shapes": .list(kept.map { shapes.shape(layer.features[$0].geometry) }),
    ]
  }

  // MARK: Roads

  private struct Roads {
    var parts: [String: [JSONValue]] = [:]
    var positions = 0
  }

  /// The roads by surface, main roads apart; all of them, or main roads, or none where there are too many.
  private func roadLayer(_ network: RoadNetwork, _ shapes: ReportShapes) -> JSONValue {
    var all = Roads()
    var main = Roads()
    for edge in 0..<network.edges.edgeCount {
      let state =
        switch network.surfaceTiers[edge] {
        case .clear: "yes"
        case .adverse: "no"
        case .unknown: "unknown"
        }
      let isMain =
        network.className(ofEdge: edge).map(RoadSymbols.mainClasses.contains) ?? false
      guard isMain || all.positions <= Self.mostRoadPositions else { continue }
      let line = shapes.line(Array(network.edges.shapes[edge]))
      if isMain {
        main.parts["main_\(state)", default: []].append(line.json)
        main.positions += line.positions
      }
      all.parts[(isMain ? "main_" : "minor_") + state, default: []].append(line.json)
      all.positions += line.positions
    }
    let isWhole = all.positions <= Self.mostRoadPositions
    let roads = isWhole ? all : main
    let note = isWhole ? nil : words["map_roads_main_only"]
    guard roads.positions <= Self.mostRoadPositions else {
      return ["note": .text(words["map_roads_left_out"]), "parts": .list([])]
    }
    return [
      "note": .optional(note),
      "parts": .list(
        roads.parts.sorted { $0.key < $1.key }.map { key, lines in
          ["name": .text(key), "shape": .list(lines)]
        }),
    ]
  }
}
