internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// The roads of a plan as they were read.
struct LoadedRoads {
  /// The lines.
  var table = RoadTable()
  /// Whether the lines were brought from another system, in which their edges are straight.
  var wereMoved = false
  /// For each line the number in its source of the feature that it is a part of.
  var identifiers: [Int64] = []

  /// The same for each line of a network made of them, which may have more, where ends were joined.
  func identifiers(in network: RoadNetwork) -> [Int64] {
    let features = network.attributes.features
    var first: [Int32: Int64] = [:]
    if features.count > identifiers.count {
      for (feature, identifier) in zip(features, identifiers) { first[feature] = identifier }
    }
    return identifiers + features.dropFirst(identifiers.count).map { first[$0] ?? -1 }
  }
}

/// Reads the roads of a plan.
struct RoadsLoader {
  let section: RoadsSection
  let plan: Plan
  let ledger: SourceLedger

  /// The fields that OpenStreetMap files have without being named.
  private enum StandardTag: String {
    case highway, surface, bridge, tunnel, layer
  }

  /// The roads as lines; features that are no lines are counted and left out.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where no feature is a line.
  func load() throws(StudyError) -> LoadedRoads {
    try roads(
      from: try VectorLoader(plan: plan, ledger: ledger).load(section.source, fields: tags.all))
  }

  /// The same, put in place by `jobs` workers.
  func load(jobs: Int) async throws(StudyError) -> LoadedRoads {
    try roads(
      from: try await VectorLoader(plan: plan, ledger: ledger)
        .load(section.source, fields: tags.all, jobs: jobs))
  }

  /// The fields that tell something of a road; `nil` where the source has none for it.
  private var tags: RoadTags {
    let fields = section.fields
    return RoadTags(
      roadClass: field(fields.roadClass, standard: .highway),
      surface: field(fields.surface, standard: .surface),
      bridge: field(fields.bridge, standard: .bridge),
      tunnel: field(fields.tunnel, standard: .tunnel),
      layer: field(fields.layer, standard: .layer), access: fields.access,
      oneway: fields.oneway, evidence: section.surfaceFrom)
  }

  private func roads(from placed: PlacedTable) throws(StudyError) -> LoadedRoads {
    let table = placed.table
    let columns = RoadColumns(tags, of: table)
    let closed = Set(section.closed)
    var closedLines: [String: Int] = [:]
    var directions = DirectionCount()
    var roads = LoadedRoads(wereMoved: placed.placement != nil)
    var others: [String: Int] = [:]
    for row in 0..<table.count {
      let geometry = table.geometries[row]
      guard let lines = geometry?.lines, !lines.isEmpty else {
        others[geometry?.typeName ?? "feature without geometry", default: 0] += 1
        continue
      }
      if let access = columns.access?.text(at: row), closed.contains(access) {
        closedLines[access, default: 0] += 1
        continue
      }
      let told = columns.evidence.lazy
        .compactMap { Self.evidence($0.rule, $0.column?.text(at: row)) }.first
      let direction = directions.direction(stated: columns.oneway?.text(at: row))
      for line in lines {
        roads.identifiers.append(table.identifiers[row])
        roads.table.append(
          line, feature: row, roadClass: columns.roadClass?.text(at: row),
          surface: columns.surface?.text(at: row), evidence: told,
          bridge: columns.bridge?.text(at: row), tunnel: columns.tunnel?.text(at: row),
          layer: columns.layer?.text(at: row), direction: direction)
      }
    }
    for (access, count) in closedLines.sorted(by: { $0.key < $1.key }) {
      ledger.leaveOut(count, of: "roads", because: "closed by access \(access)")
    }
    directions.record(in: ledger, of: table.count)
    guard roads.table.count > 0 else { throw noLines(others) }
    for (kind, count) in others.sorted(by: { $0.key < $1.key }) {
      ledger.leaveOut(count, of: "roads", because: "\(kind), no line")
    }
    return roads
  }

  private static func evidence(_ evidence: SurfaceEvidence, _ value: String?) -> RoadEvidence? {
    guard let value else { return nil }
    let isHardened = evidence.hardened.contains(value)
    guard isHardened || evidence.unhardened.contains(value) else { return nil }
    return RoadEvidence(name: "\(evidence.field.name)=\(value)", isHardened: isHardened)
  }

  /// The rules of the plan for `roads`. Where these were moved, an end that touched a long straight
  /// edge in the source's system lies off it by as much as densifying allows.
  func rules(for roads: LoadedRoads) -> RoadRules {
    let join: LineJoin =
      switch section.join {
      case .vertices: .vertices
      case .crossings: .crossings
      case nil: isOpenStreetMap ? .vertices : .crossings
      }
    return RoadRules(
      hardened: Set(section.hardened), unhardened: Set(section.unhardened),
      assumedHardened: Set(section.assumedHardened),
      assumedUnhardened: Set(section.assumedUnhardened),
      notAllSeason: Set(section.notAllSeason), join: join,
      crossingTolerance: CrossingTolerance(
        greatestBend: roads.wereMoved ? Densifier.tolerance : 0),
      snap: section.snap == .any ? .any : .nearest, snapLimit: section.snapLimitMetres,
      nearMissTolerance: section.toleranceMetres, joinsNearMisses: section.joinsNearMisses)
  }

  private var isOpenStreetMap: Bool {
    GDALLibrary.driver(for: section.source.location) == "OSM"
  }

  private func field(_ named: FieldName?, standard: StandardTag) -> FieldName? {
    if let named { return named }
    guard isOpenStreetMap else { return nil }
    return FieldName(
      name: standard.rawValue, mark: section.source.mark, path: "roads.\(standard.rawValue)")
  }

  private func noLines(_ others: [String: Int]) -> StudyError {
    let found =
      others.isEmpty
      ? "no feature"
      : others.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
    return .plan([
      plan.problem(
        at: section.source.mark, path: section.source.path,
        "'\(section.source.text)' has no line to travel on (\(found))",
        suggestion: "name the layer of the roads, and see its where")
    ])
  }
}
