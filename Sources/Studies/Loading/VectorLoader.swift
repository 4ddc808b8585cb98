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

  /// Reads `fields` of a source, and where its features lie, but keeps no geometry.
  ///
  /// - Throws: as ``load(_:fields:)``.
  func survey(
    _ reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> (table: FeatureTable, placement: Placement?) {
    let found = try unplaced(reference, fields: fields, keepsGeometries: false)
    guard let placement = try placement(of: found, reference: reference) else {
      return (found.table, nil)
    }
    do throws(PROJError) {
      ledger.add(try placement.operation(), of: reference.path)
    } catch {
      throw misplaced(reference, error)
    }
    return (found.table, placement)
  }

  /// A source's features before they are put in place.
  struct Unplaced {
    var table: FeatureTable
    var system: ReferenceSystem
    /// Where they lie in that system; `nil` where there is no place to be put anywhere.
    var places: FeaturePlaces?

    func placed(_ geometries: [Geometry?], by placement: Placement) -> PlacedTable {
      var moved = table
      moved.geometries = geometries
      return PlacedTable(
        table: moved, nativeGeometries: table.geometries, system: system, placement: placement)
    }
  }

  private func unplaced(
    _ reference: SourceReference, fields: [FieldName], keepsGeometries: Bool = true
  ) throws(StudyError) -> Unplaced {
    var places = FeaturePlaces()
    let reading = try read(
      reference, fields: fields, into: keepsGeometries ? nil : { places.add($1, of: $0) })
    var table = try FeatureTextDecoder(plan: plan, reference: reference).decoded(reading.table)
    if let columns = reference.coordinates {
      table.geometries = try points(of: table, columns: columns, reference: reference)
    }
    for (identifier, geometry) in zip(table.identifiers, table.geometries) {
      places.add(geometry, of: identifier)
    }
    ledger.leaveOut(
      reading.unsupportedGeometries.count, of: reference.path,
      because: "geometry is a collection of mixed kinds or a surface in space")
    if places.count == 0, reading.referenceSystem == nil, reference.referenceSystem == nil,
      reference.coordinates == nil
    {
      // A table without a single place has none to be put in place.
      ledger.add(
        SourceLedger.Source(
          path: reference.path, reference: reference, driver: reading.driver, layer: table.name,
          features: table.count, referenceSystem: nil, referenceSystemNote: nil))
      return Unplaced(table: table, system: .longitudeLatitude, places: nil)
    }
    let settled = try SourceSystem(plan: plan, reference: reference)
      .settle(declared: reading.referenceSystem)
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: reading.driver, layer: table.name,
        features: table.count, referenceSystem: settled.system,
        referenceSystemNote: settled.note))
    if let note = settled.note { ledger.warn("\(reference.path): \(note)") }
    return Unplaced(table: table, system: settled.system, places: places)
  }
}
