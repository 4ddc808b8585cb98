internal import GeoModel

/// Which columns of layers hold the codes of units, and of which level.
struct CodeReferences {
  let study: Study

  /// The columns of `layer` with the layer of units whose codes they hold: of units `code` and `parent`, of
  /// villages and other things in units `unit`.
  func references(of layer: Layer) -> [(field: String, resource: String)] {
    var level: String?
    if case .text(let name)? = layer.features.first?["level"] { level = name }
    return references(
      of: layer.name, level: level,
      properties: Set((layer.features.first?.properties ?? []).map(\.name)))
  }

  /// The same of the layer called `layer`, of which `level` is the level of its units, where it has them.
  func references(
    of layer: String, level: String?, properties: Set<String>
  ) -> [(field: String, resource: String)] {
    var found: [(field: String, resource: String)] = []
    let levels = study.levels.map(\.name)
    if let name = level, properties.contains("code"), let level = levels.firstIndex(of: name) {
      if layer != "units-\(name)" { found.append(("code", "units-\(name)")) }
      if level > 0, properties.contains("parent") {
        found.append(("parent", "units-\(levels[level - 1])"))
      }
    }
    if properties.contains("unit") { found.append(("unit", "units-\(study.finest.name)")) }
    return found
  }
}
