internal import ForestCover
internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// A raster of land cover or canopy, and which of its cells are forest. A value: each worker opens
/// the raster for itself.
struct ForestRaster: Sendable {
  let source: DatasetSource
  let description: RasterDescription
  let system: ReferenceSystem

  private let definition: ForestCoverSource.Definition
  /// For rasters of bytes: what each of the 256 values is.
  private let table: [UInt8]

  /// Opens the raster of `cover` and settles how it is read.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, without a place or reference
  ///   system, or with classes not named.
  init(
    _ cover: ForestCoverSource, plan: Plan, ledger: SourceLedger
  ) throws(StudyError) {
    let reference = cover.source
    source = DatasetSource(location: reference.location)
    do throws(GDALError) {
      description = try RasterDataset(opening: source).description
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    func problem(_ message: String, _ suggestion: String) -> StudyError {
      .plan([
        plan.problem(
          at: reference.mark, path: reference.path, "'\(reference.text)' \(message)",
          suggestion: suggestion)
      ])
    }
    guard description.bandCount == 1 || (description.bandCount == 2 && description.hasMask) else {
      throw problem(
        "has \(description.bandCount) bands", "give a raster of one band (gdal_translate -b 1)")
    }
    guard description.isPlaced, description.grid.determinant != 0 else {
      throw problem("does not say where its cells lie", "georeference it first")
    }
    switch cover.definition {
    case .threshold(let minimum) where description.cellType == "Float32":
      // A 32-bit cell of 0.7 holds a little less than the 0.7 of the plan and is meant to count.
      definition = .threshold(minimum: Double(Float(minimum)))
    case .classes, .threshold: definition = cover.definition
    case .everything, .types:
      throw problem(
        "is a raster, and no cell is named as forest", "name classes, or threshold: {min: …}")
    }
    let settled = try SourceSystem(plan: plan, reference: reference)
      .settle(declared: description.referenceSystem)
    system = settled.system
    let grid = description.grid
    let corners = [(0, 0), (grid.columns, 0), (0, grid.rows), (grid.columns, grid.rows)].map {
      grid.position(column: Double($0.0), row: Double($0.1))
    }
    if let fault = CoordinateRange.fault(ofRaster: BoundingBox(of: corners), in: system) {
      throw problem("(\(system.name)): \(fault)", "name the true system with crs")
    }
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: description.cellType, layer: nil,
        features: nil, referenceSystem: system, referenceSystemNote: settled.note))
    table = Self.table(for: cover.definition, noDataValue: description.noDataValue)
  }

  /// What a cell of `value` is.
  static func code(
    of value: Double, by definition: ForestCoverSource.Definition, noDataValue: Double?
  ) -> UInt8 {
    if value.isNaN || value == noDataValue { return ForestCode.noData }
    let isForest =
      switch definition {
      case .classes(let classes): Int(exactly: value).map(classes.contains) ?? false
      case .threshold(let minimum): value >= minimum
      case .everything, .types: false
      }
    return isForest ? ForestCode.forest : ForestCode.other
  }

  private static func table(
    for definition: ForestCoverSource.Definition, noDataValue: Double?
  ) -> [UInt8] {
    (0..<256).map { code(of: Double($0), by: definition, noDataValue: noDataValue) }
  }

  /// The ``ForestCode`` of each cell of whole rows, read through `dataset`.
  func codes(rows: Range<Int>, from dataset: RasterDataset) throws(GDALError) -> [UInt8] {
    var codes: [UInt8]
    if description.isByte {
      codes = try dataset.bytes(rows: rows)
      let table = self.table.span
      // Through a span: a tenth of the time that the array's own subscript takes.
      var cells = codes.mutableSpan
      for index in cells.indices { cells[index] = table[Int(cells[index])] }
    } else {
      let noData = storedNoData
      codes = try dataset.reals(rows: rows).map {
        Self.code(of: $0, by: definition, noDataValue: noData)
      }
    }
    if description.hasMask {
      let mask = try dataset.mask(rows: rows)
      for index in codes.indices where mask[index] == 0 { codes[index] = ForestCode.noData }
    }
    return codes
  }

  /// The no-data value as a cell of the raster can hold it: a declared -3.4e38 is not exactly the
  /// number that a 32-bit cell holds.
  private var storedNoData: Double? {
    guard let value = description.noDataValue, description.cellType == "Float32" else {
      return description.noDataValue
    }
    return Double(Float(value))
  }
}
