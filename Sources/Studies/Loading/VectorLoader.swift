internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// Reads the vector sources of a plan and puts them in place.
struct VectorLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// Reads `fields` and the geometry of a source.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with the place in the plan of what does not fit.
  func load(
    _ reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> PlacedTable {
    let found = try unplaced(reference, fields: fields)
    guard let placement = try placement(of: found, reference: reference) else {
      return PlacedTable(table: found.table, nativeGeometries: nil, system: found.system)
    }
    do throws(PROJError) {
      let operation = try placement.operation()
      ledger.add(operation, of: reference.path)
      var memory = TransformMemory(operation)
      var geometries = found.table.geometries
      for (row, geometry) in found.table.geometries.enumerated() {
        guard let geometry else { continue }
        geometries[row] = try Placement.place(geometry, by: &memory)
      }
      return found.placed(geometries, by: placement)
    } catch {
      throw misplaced(reference, error)
    }
  }

  /// The same with `jobs` workers that put the geometries in place; whatever they are, the result
  /// is that of one.
  ///
  /// - Throws: as ``load(_:fields:)``.
  func load(
    _ reference: SourceReference, fields: [FieldName], jobs: Int
  ) async throws(StudyError) -> PlacedTable {
    let found = try unplaced(reference, fields: fields)
    guard let placement = try placement(of: found, reference: reference) else {
      return PlacedTable(table: found.table, nativeGeometries: nil, system: found.system)
    }
    do {
      ledger.add(try placement.operation(), of: reference.path)
      let native = found.table.geometries
      let geometries = try await OrderedWork.mapRuns(
        count: native.count, jobs: jobs, longest: 512,
        makeState: { TransformMemory(try placement.operation()) },
        body: { rows, memory in
          var placed: [Geometry?] = []
          placed.reserveCapacity(rows.count)
          for geometry in native[rows] {
            placed.append(try geometry.map { try Placement.place($0, by: &memory) })
          }
          return placed
        })
      return found.placed(geometries, by: placement)
    } catch let error as PROJError {
      throw misplaced(reference, error)
    } catch {
      throw .internalFailure("\(error)")
    }
  }

  /// A source's features before they are put in place.
  private struct Unplaced {
    var table: FeatureTable
    var system: ReferenceSystem
    /// Whether there is a place to be put anywhere.
    var isPlaced: Bool

    func placed(_ geometries: [Geometry?], by placement: Placement) -> PlacedTable {
      var moved = table
      moved.geometries = geometries
      return PlacedTable(
        table: moved, nativeGeometries: table.geometries, system: system, placement: placement)
    }
  }

  private func unplaced(
    _ reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> Unplaced {
    let reading = try read(reference, fields: fields)
    var table = try FeatureTextDecoder(plan: plan, reference: reference).decoded(reading.table)
    if let columns = reference.coordinates {
      table.geometries = try points(of: table, columns: columns, reference: reference)
    }
    ledger.leaveOut(
      reading.unsupportedGeometries.count, of: reference.path,
      because: "geometry is a collection of mixed kinds or a surface in space")
    if table.geometries.allSatisfy({ $0 == nil }), reading.referenceSystem == nil,
      reference.referenceSystem == nil, reference.coordinates == nil
    {
      // A table without a single place has none to be put in place.
      ledger.add(
        SourceLedger.Source(
          path: reference.path, reference: reference, driver: reading.driver, layer: table.name,
          features: table.count, referenceSystem: nil, referenceSystemNote: nil))
      return Unplaced(table: table, system: .longitudeLatitude, isPlaced: false)
    }
    let settled = try SourceSystem(plan: plan, reference: reference)
      .settle(declared: reading.referenceSystem)
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: reading.driver, layer: table.name,
        features: table.count, referenceSystem: settled.system,
        referenceSystemNote: settled.note))
    if let note = settled.note { ledger.warn("\(reference.path): \(note)") }
    return Unplaced(table: table, system: settled.system, isPlaced: true)
  }

  // MARK: Reading

  private func read(
    _ reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> VectorReading {
    var names = fields
    if let columns = reference.coordinates { names += [columns.x, columns.y] }
    let wanted = names.map(\.name).reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    let filter = reference.filter?.name
    do throws(GDALError) {
      let tags = wanted + SQLIdentifiers.names(in: filter ?? "")
      let dataset = try VectorDataset(
        opening: DatasetSource(
          location: reference.location, openOptions: try openOptions(of: reference)), tags: tags)
      let encodings = TextEncodings(TableDecoder.asRead(reference.encoding))
      return try dataset.read(
        VectorRequest(
          layer: reference.layer?.name, filter: filter, fields: wanted, encoding: encodings.all,
          fieldEncodings: encodings.byField))
    } catch {
      throw SourceProblem(plan: plan, reference: reference, fields: names).error(error)
    }
  }

  /// A shapefile's own recoding is switched off where the plan names an encoding, so that text is
  /// decoded once.
  private func openOptions(of reference: SourceReference) throws(GDALError) -> [String] {
    guard reference.encoding != .declared,
      GDALLibrary.driver(for: reference.location) == "ESRI Shapefile"
    else { return [] }
    return ["ENCODING="]
  }

  private func points(
    of table: FeatureTable, columns: SourceReference.CoordinateFields, reference: SourceReference
  ) throws(StudyError) -> [Geometry?] {
    guard let xs = table.column(columns.x.name), let ys = table.column(columns.y.name) else {
      throw .internalFailure("the columns of \(reference.path) were not read")
    }
    var geometries: [Geometry?] = []
    for row in 0..<table.count {
      let x = NumberNotation.number(xs, row: row, style: reference.numbers)
      let y = NumberNotation.number(ys, row: row, style: reference.numbers)
      if let x, let y {
        geometries.append(.point(Coordinate(x: x, y: y)))
        continue
      }
      for (text, field) in [(xs.text(at: row), columns.x), (ys.text(at: row), columns.y)] {
        guard let text, !NumberNotation.isNothing(text, style: reference.numbers),
          NumberNotation.number(
            field == columns.x ? xs : ys, row: row, style: reference.numbers) == nil
        else { continue }
        throw .plan([
          plan.problem(
            with: field,
            "\(reference.rowName(row, of: table)) of '\(reference.text)' holds '\(text)', which is no number",
            suggestion: "correct the cell, or say numbers: vi where commas are decimal marks")
        ])
      }
      geometries.append(nil)
    }
    return geometries
  }

  // MARK: Placing

  /// How the features are brought to longitude and latitude; `nil` where nothing has to move.
  private func placement(
    of found: Unplaced, reference: SourceReference
  ) throws(StudyError) -> Placement? {
    guard found.isPlaced else { return nil }
    let (table, system) = (found.table, found.system)
    var box = BoundingBox.empty
    for (row, geometry) in table.geometries.enumerated() {
      guard let geometry else { continue }
      let own = geometry.boundingBox
      guard own.minimumX.isFinite, own.maximumY.isFinite, own.minimumY.isFinite,
        own.maximumX.isFinite
      else {
        throw problem(
          reference, "feature \(table.identifiers[row]) has a position that is no number",
          "correct or remove the feature")
      }
      box.formUnion(own)
    }
    if let fault = CoordinateRange.fault(of: box, in: system) {
      throw problem(
        reference, "'\(reference.text)' (\(system.name)): \(fault)",
        "name the true system with crs (and crs_override: true where the source declares another)")
    }
    do throws(PROJError) {
      return try Placement(system: system, box: box)
    } catch {
      throw misplaced(reference, error)
    }
  }

  private func misplaced(_ reference: SourceReference, _ error: PROJError) -> StudyError {
    problem(reference, "'\(reference.text)': \(error.message)", "name the true system with crs")
  }

  private func problem(
    _ reference: SourceReference, _ message: String, _ suggestion: String
  ) -> StudyError {
    .plan([
      plan.problem(at: reference.mark, path: reference.path, message, suggestion: suggestion)
    ])
  }
}

/// The encodings that a plan names, as GDALKit takes them.
struct TextEncodings {
  var all: String?
  var byField: [String: String] = [:]

  init(_ encoding: SourceReference.TextEncoding) {
    switch encoding {
    case .declared: break
    case .all(let name): all = name.name
    case .fields(let fields):
      for field in fields { byField[field.field.name] = field.encoding }
    }
  }
}

extension SourceReference {
  /// What a message calls a row of the source: its number, or, where a condition has left rows out
  /// before it, the number of the feature.
  func rowName(_ row: Int, of table: FeatureTable) -> String {
    filter == nil ? "row \(row + 1)" : "feature \(table.identifiers[row])"
  }
}
