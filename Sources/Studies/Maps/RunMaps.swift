internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

/// The maps of a run, drawn from what it computed: units, villages by their road, and the figure that each
/// layer of units is about, level by level.
struct RunMaps {
  let session: PlanSession
  let computed: ComputedLayers
  let language: OutputLanguage

  /// A map and what its file is called, without the ending.
  typealias Named = (name: String, picture: MapPicture)

  /// Every map that the plan has data for, in the order of the layers.
  ///
  /// - Throws: ``StudyError``.
  func pictures() async throws -> [Named] {
    var pictures: [Named] = [("units", try units())]
    for layer in computed.layers {
      if layer.name == "villages", let map = try villages() { pictures.append(("villages", map)) }
      guard let request = request(for: layer), GeometryKind(of: layer.features) != nil else {
        continue
      }
      let ground = try ground(request.level)
      let document = try FigureMap(ground: ground, layer: layer, request: request).document()
      pictures.append((layer.name, MapPicture(warnings: [], document: document)))
    }
    let plan = session.plan
    if plan.villages != nil, !plan.hazards.isEmpty {
      let request = MapRequest(layer: "resettlement", language: language)
      pictures.append(("resettlement", try await session.map(request)))
    }
    if computed.layers.contains(where: { $0.name == PavingLayer.name && !$0.features.isEmpty }) {
      let request = MapRequest(layer: PavingLayer.name, language: language)
      pictures.append((PavingLayer.name, try await session.map(request)))
    }
    return pictures
  }

  private func ground(_ level: String?) throws(StudyError) -> MapGround {
    try MapGround(computed.study, level: level, in: nil, language: language)
  }

  private func units() throws(StudyError) -> MapPicture {
    let request = MapRequest(layer: "units", language: language)
    return MapPicture(
      warnings: [], document: try session.unitMap(of: try ground(nil), request))
  }

  private func villages() throws(StudyError) -> MapPicture? {
    guard let access = computed.access else { return nil }
    let map = VillageMap(
      ground: try ground(nil), result: access, tier: nil, units: nil, language: language)
    return MapPicture(warnings: [], document: try map.document(of: map.layer()))
  }

  /// How the map of a layer of units is asked for; `nil` for a layer that has none.
  private func request(for layer: Layer) -> MapRequest? {
    let plan = session.plan
    for level in plan.units.map(\.name) {
      let names = [
        LayerSelection.forestName(level, plan): "forest-cover",
        LayerSelection.joinName(level, plan): "join",
        LayerSelection.roadNames(level, plan)[0]: "road-access",
      ]
      if let kind = names[layer.name] {
        return MapRequest(layer: kind, level: level, language: language)
      }
    }
    return nil
  }
}

extension MapPicture {
  /// The bytes of the picture on `sheet`.
  ///
  /// - Throws: ``StudyError``.
  func bytes(on sheet: MapSheet) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(on: sheet) { bytes += $0 }
    return bytes
  }
}
