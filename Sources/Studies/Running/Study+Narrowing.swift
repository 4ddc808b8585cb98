internal import GeoModel

extension Study {
  /// `level` with only the unit called `code` and the units that lie in it.
  ///
  /// - Throws: ``StudyError/usage(_:)`` where no unit of this level or of one above has that code.
  func narrow(_ level: Level, to code: String) throws(StudyError) -> Level {
    let target = levels.firstIndex { $0.name == level.name } ?? 0
    for index in 0...target {
      let holders = levels[index].units.indices.filter { levels[index].units[$0].code == code }
      guard let holder = holders.first else { continue }
      let chain = Study(plan: plan, ledger: ledger, levels: Array(levels[...target]))
      let ancestors = chain.ancestors(of: level.units.map(\.code), at: levels[index])
      let kept = level.units.indices.filter { ancestors[$0] == holder }
      var narrowed = level
      narrowed.units = kept.map { level.units[$0] }
      narrowed.nativePolygons = level.nativePolygons.map { native in kept.map { native[$0] } }
      narrowed.attributes = level.attributes.mapValues { values in kept.map { values[$0] } }
      return narrowed
    }
    throw .usage(
      "--in \(code): no unit of the level \(level.name) or of one above it has that code;"
        + " codes are text and keep their leading zeros")
  }

  /// `layer` with its total named after the unit `code`, of which it is the sum; unchanged without one.
  func totalled(_ layer: Layer, of code: String?) -> Layer {
    guard let name = code.flatMap({ name(of: $0) }) else { return layer }
    var layer = layer
    for index in layer.studyTotals.indices where layer.studyTotals[index].name == "name" {
      layer.studyTotals[index].value = .text(name)
    }
    return layer
  }

  /// The codes of the finest units in the unit `code` of any level.
  func finestCodes(in code: String) throws(StudyError) -> Set<String> {
    Set(try narrow(finest, to: code).units.compactMap(\.code))
  }

  /// The name of each unit of the finest level, by code.
  var finestNames: [String: String] {
    Dictionary(
      finest.units.compactMap { unit in
        unit.code.flatMap { code in unit.name.map { (code, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }
}
