internal import GeoModel

/// Which columns of layers hold the codes of units, and of which level.
struct CodeReferences {
  let study: Study

  /// The columns of `layer` with the layer of units whose codes they hold: of units `code` and `parent`, of
  /// villages and other things in units `unit`.
  func references(of layer: Layer) -> [(field: String, resource: String)] {
    let properties = Set((layer.features.first?.properties ?? []).map(\.name))
    var found: [(field: String, resource: String)] = []
    let levels = study.levels.map(\.name)
    if case .text(let name)? = layer.features.first?["level"], properties.contains("code"),
      let level = levels.firstIndex(of: name)
    {
      if layer.name != "units-\(name)" { found.append(("code", "units-\(name)")) }
      if level > 0, properties.contains("parent") {
        found.append(("parent", "units-\(levels[level - 1])"))
      }
    }
    if properties.contains("unit") { found.append(("unit", "units-\(study.finest.name)")) }
    return found
  }
}
