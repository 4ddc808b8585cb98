extension AccessibilitySection {
  init(reading reader: SectionReader) {
    let friction = reader.source("friction")
    if reader.has("friction") {
      for key in ["barriers", "off_path_factor"] where reader.has(key) {
        reader.report(
          at: key, "'\(key)' does not go with 'friction'", "the raster says what every cell costs")
      }
    } else {
      reader.requireTerrain()
    }
    self.init(
      destinations: Self.destinations(reader), barriers: reader.overlays("barriers"),
      limits: reader.ascending("minutes") ?? Self.defaultLimits,
      offPathFactor: reader.number("off_path_factor", .positive) ?? Self.defaultOffPathFactor,
      marginKilometres: reader.number("margin_km", .notNegative) ?? Self.defaultMarginKilometres,
      friction: friction, mark: reader.mark)
  }

  private static func destinations(_ reader: SectionReader) -> [Destination] {
    guard reader.has("to") else {
      if !reader.context.sections.contains("centres") {
        reader.context.report(
          reader.mark, reader.path, "nothing says where people want to get to",
          "add 'centres', or name services or overlays with 'to'")
      }
      return [.centres]
    }
    let names = reader.texts("to") ?? []
    if names.isEmpty {
      reader.report(at: "to", "the list is empty", "name 'centres', a service or an overlay")
    }
    return names.compactMap { name in
      guard name.name == "centres" else { return reader.places(name) }
      reader.require("centres", at: "to", for: "centres")
      return .centres
    }
  }
}

extension SectionReader {
  /// The names of overlays under a key, each as it stands in the plan.
  fileprivate func overlays(_ key: String) -> [FieldName] {
    (texts(key) ?? []).compactMap { name in
      if context.overlays.contains(name.name) { return name }
      let nearest = NameSuggestion.nearest(to: name.name, among: context.overlays)
      context.report(
        name.mark, name.path, "no overlay is called '\(name.name)'",
        nearest.map { "did you mean '\($0)'?" } ?? "name it under 'overlays'")
      return nil
    }
  }

  /// The service or overlay called `name`; `nil` where none is, or both are, which is reported.
  fileprivate func places(_ name: FieldName) -> AccessibilitySection.Destination? {
    let isService = context.services.contains(name.name)
    let isOverlay = context.overlays.contains(name.name)
    if isService, isOverlay {
      context.report(
        name.mark, name.path, "a service and an overlay are called '\(name.name)'",
        "give one of them another name")
      return nil
    }
    if isService { return .service(name) }
    if isOverlay { return .overlay(name) }
    let known = ["centres"] + context.services + context.overlays
    context.report(
      name.mark, name.path, "no service or overlay is called '\(name.name)'",
      NameSuggestion.nearest(to: name.name, among: known).map { "did you mean '\($0)'?" }
        ?? "name it under 'services' or 'overlays'")
    return nil
  }

  /// Reports where there is no terrain to walk on.
  fileprivate func requireTerrain() {
    guard !context.sections.contains("elevation") else { return }
    context.report(
      mark, path, "walking needs a terrain model, which the plan lacks",
      "add 'elevation', or name a raster of minutes for a metre with 'friction'")
  }
}
