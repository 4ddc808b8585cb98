extension SiteSubject {
  /// What a constraint or criterion looks at: just one of the keys that name it.
  static func read(_ reader: SectionReader) -> SiteSubject? {
    let keys = ["slope_pct", "elevation_m", "inside", "outside", "distance_to"]
    guard let key = reader.only(of: keys, required: true) else { return nil }
    switch key {
    case "slope_pct", "elevation_m":
      reader.require("elevation", at: key, for: key)
      return key == "slope_pct" ? .slopePercent : .elevationMetres
    case "inside": return reader.siteLayer(key).map(SiteSubject.inside)
    case "outside": return reader.siteLayer(key).map(SiteSubject.outside)
    default: return reader.siteLayer(key).map(SiteSubject.distance)
    }
  }

  /// Whether it gives a number, not only yes or no.
  var isMeasured: Bool {
    switch self {
    case .slopePercent, .elevationMetres, .distance: true
    case .inside, .outside: false
    }
  }

  /// Whether it is a distance.
  var isDistance: Bool {
    if case .distance = self { true } else { false }
  }

  /// How it is called where the plan gives it no name.
  var name: String {
    switch self {
    case .slopePercent: "slope_pct"
    case .elevationMetres: "elevation_m"
    case .inside(let layer): "inside \(layer.name)"
    case .outside(let layer): "outside \(layer.name)"
    case .distance(let layer): "distance_to \(layer.name)"
    }
  }
}

extension SiteLayer {
  /// The name by which the plan calls it.
  var name: String {
    switch self {
    case .section(let section): section.rawValue
    case .hazard(let name), .overlay(let name): name
    }
  }
}

extension SiteLayer.Section {
  /// The section of the plan that it is made from.
  var origin: String {
    switch self {
    case .hazards: "hazards"
    case .forest: "forest"
    case .roads, .hardenedRoad, .allSeasonRoad: "roads"
    case .villages: "villages"
    case .centres: "centres"
    }
  }
}

extension SectionReader {
  /// The layer under a key: a section of the plan, a hazard or an overlay.
  func siteLayer(_ key: String) -> SiteLayer? {
    guard let name = field(key) else { return nil }
    if let section = SiteLayer.Section(rawValue: name.name) {
      require(section.origin, at: key, for: name.name)
      return .section(section)
    }
    if context.hazards.contains(name.name) { return .hazard(name.name) }
    if context.overlays.contains(name.name) { return .overlay(name.name) }
    let known = SiteLayer.Section.allCases.map(\.rawValue) + context.hazards + context.overlays
    let nearest = NameSuggestion.nearest(to: name.name, among: known)
    context.report(
      name.mark, name.path, "no layer is called '\(name.name)'",
      nearest.map { "did you mean '\($0)'?" } ?? "name it under 'overlays'")
    return nil
  }
}
