internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit

/// Lays units over a raster: the units are brought to the raster, never the raster resampled.
struct UnitGridding {
  let grid: GridGeometry
  let system: ReferenceSystem
  let ledger: SourceLedger
  /// The part of the plan that the raster belongs to.
  var path = "forest"

  /// The greatest relative error that interpolated cell areas may have.
  private static let areaTolerance = 1e-7

  /// The outlines of the units of `levels`, one after another, in grid coordinates.
  func outlines(of levels: [Study.Level]) throws(StudyError) -> GridOutlines {
    var outlines = GridOutlines()
    for level in levels {
      let inPlace = level.placement?.system.definition == system.definition
      let operation = inPlace ? nil : try self.operation(for: level)
      for (index, unit) in level.units.enumerated() {
        let polygons =
          if inPlace, let native = level.nativePolygons {
            native[index]
          } else {
            try projected(unit.polygons, by: operation, label: "\(level.name) \(unit.label)")
          }
        do throws(GridOutlineError) {
          try outlines.append(turned(polygons).map(gridded))
        } catch {
          throw .input([
            "units.\(level.name): \(unit.label) lies too far from the raster; is the raster's"
              + " reference system (\(system.name)) right?"
          ])
        }
      }
    }
    return outlines
  }

  /// The operation from the raster to longitude and latitude; `nil` where both are the same.
  private func operation(for level: Study.Level) throws(StudyError) -> CoordinateOperation? {
    let box = level.units.reduce(into: BoundingBox.empty) {
      $0.formUnion(Geometry.multiPolygon($1.polygons).boundingBox)
    }
    return try operation(area: box)
  }

  /// The operation from the raster to longitude and latitude around `area`, or anywhere.
  func operation(area: BoundingBox?) throws(StudyError) -> CoordinateOperation? {
    if ["OGC:CRS84", "EPSG:4326"].contains(system.definition) { return nil }
    do throws(PROJError) {
      let operation = try CoordinateOperation(from: system, to: .longitudeLatitude, area: area)
      ledger.add(operation, of: path)
      return operation
    } catch {
      throw .input(["the raster: \(error.message)"])
    }
  }

  private func projected(
    _ polygons: [Polygon], by operation: CoordinateOperation?, label: String
  ) throws(StudyError) -> [Polygon] {
    guard let operation else { return polygons }
    let densifier = Densifier(operation: operation, backwards: true)
    do {
      return try Geometry.multiPolygon(polygons).mapRuns { try densifier.transform($0) }.polygons
    } catch {
      let reason = (error as? PROJError)?.message ?? "\(error)"
      throw .input(["\(label) cannot be brought to the raster's system: \(reason)"])
    }
  }

  /// The polygons at the longitudes that the raster counts in.
  private func turned(_ polygons: [Polygon]) -> [Polygon] {
    guard system.isGeographic, grid.isAxisParallel else { return polygons }
    return LongitudeTurns(grid).apply(to: polygons)
  }

  private func gridded(_ polygon: Polygon) -> Polygon {
    func ring(_ source: LinearRing) -> LinearRing {
      LinearRing(source.coordinates.map(grid.gridCoordinate))
    }
    return Polygon(exterior: ring(polygon.exterior), holes: polygon.holes.map(ring))
  }

  /// The ellipsoidal areas of the cells, those beyond the raster that units reach included.
  func cellAreas(reach outlines: GridOutlines) throws(StudyError) -> CellAreaModel {
    if system.isGeographic, grid.isAxisParallel { return CellAreaModel(geographic: grid) }
    let columns = union(0..<grid.columns, outlines.columns)
    let rows = union(0..<grid.rows, outlines.rows)
    var lattice = CellAreaLattice(
      columns: columns, rows: rows,
      spacingExponent: Self.spacingExponent(for: min(columns.count, rows.count)))
    let operation = try operation(area: nil)
    var areas = try self.areas(of: lattice.cells, by: operation)
    while let finer = lattice.refined {
      let finerAreas = try self.areas(of: finer.cells, by: operation)
      let error = CellAreaModel(lattice: lattice, areas: areas)
        .greatestRelativeDifference(at: finer.cells, areas: finerAreas)
      lattice = finer
      areas = finerAreas
      // Halving the spacing quarters the error of the finer lattice, which is the one kept.
      if error <= 4 * Self.areaTolerance { break }
    }
    return CellAreaModel(lattice: lattice, areas: areas)
  }

  /// How the cells lie on the ground, where units reach them.
  func groundMetrics(reach outlines: GridOutlines) throws(StudyError) -> GroundMetricModel {
    if system.isGeographic, grid.isAxisParallel { return GroundMetricModel(geographic: grid) }
    let lattice = CellAreaLattice(
      columns: 0..<grid.columns, rows: within(0..<grid.rows, outlines.rows), spacingExponent: 6)
    let corners = lattice.cells.flatMap { cell in
      [(0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0, 0), (1, 1)].map {
        grid.position(column: Double(cell.column) + $0.0, row: Double(cell.row) + $0.1)
      }
    }
    let operation = try operation(area: nil)
    do throws(PROJError) {
      let placed = try operation?.transform(corners) ?? corners
      func metres(_ index: Int) -> Double {
        ShortGeodesic.metres(from: placed[index], to: placed[index + 1])
      }
      return GroundMetricModel(
        lattice: lattice,
        metrics: stride(from: 0, to: placed.count, by: 6).map {
          GroundMetric(column: metres($0), row: metres($0 + 2), diagonal: metres($0 + 4))
        })
    } catch {
      throw .input(["the raster's cells have no size: \(error.message)"])
    }
  }

  /// What `range` and `other` have in common; all of `range` where that is nothing.
  private func within(_ range: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    let common = range.clamped(to: other)
    return common.isEmpty ? range : common
  }

  /// The first lattice: at most 1024 cells apart, and so close that halving it puts a node into the
  /// middle of its intervals. One with nodes at the raster's corners alone would be compared with
  /// itself, and pass.
  private static func spacingExponent(for cells: Int) -> Int {
    let half = max(1, (cells - 1) / 2)
    return min(10, Int.bitWidth - 1 - half.leadingZeroBitCount)
  }

  private func union(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    guard !other.isEmpty else { return one }
    return min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }

  /// The geodesic areas of the outlines of `cells`, in square metres.
  private func areas(
    of cells: [GridCell], by operation: CoordinateOperation?
  ) throws(StudyError) -> [Double] {
    let corners = cells.flatMap { cell in
      [(0, 0), (1, 0), (1, 1), (0, 1)].map {
        grid.position(column: Double(cell.column + $0.0), row: Double(cell.row + $0.1))
      }
    }
    do throws(PROJError) {
      let placed = try operation?.transform(corners) ?? corners
      return cells.indices.map {
        Geodesic.area(of: LinearRing(Array(placed[4 * $0..<4 * $0 + 4])))
      }
    } catch {
      throw .input(["the raster's cells have no area: \(error.message)"])
    }
  }
}
