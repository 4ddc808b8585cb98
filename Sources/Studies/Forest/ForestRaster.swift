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
  private let water: Set<Int>
  /// For rasters of bytes: what each of the 256 values is.
  private let table: [UInt8]

  /// Opens the raster of `cover` and settles how it is read.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, without a place or reference
  ///   system, or with classes not named.
  init(
    _ cover: ForestCoverSource, section: ForestSection, rule: ForestRule, plan: Plan,
    ledger: SourceLedger
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
    let (named, isInclusive) = try Self.settled(cover.definition, by: rule, orElse: problem)
    switch named {
    case .threshold(let minimum):
      // A 32-bit cell of 0.7 holds a little less than the 0.7 of the plan and is meant to count.
      let isSingle = description.cellType == "Float32"
      let stored = isSingle ? Double(Float(minimum)) : minimum
      definition = .threshold(
        minimum: ForestRule.Bound(stored, isInclusive: isInclusive).leastNumber)
    case .classes: definition = named
    case .everything, .types, .canopy:
      throw problem(
        "is a raster, and no cell is named as forest",
        "name classes, threshold: {min: …} or canopy: percent or fraction")
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
    let water = Set(section.waterClasses)
    let (tested, noData) = (definition, description.noDataValue)
    self.water = water
    table = (0..<256).map {
      Self.code(of: Double($0), by: tested, water: water, noDataValue: noData)
    }
    if rule.denominator == .landWithoutInlandWater, section.waterClasses.isEmpty {
      ledger.warn(
        "forest: the rule \(rule.name) leaves inland water out of the land, and the plan names no"
          + " water_classes: shares are of the whole area")
    }
  }

  /// The definition with the rule's least canopy in the unit of the raster, and whether that least
  /// value itself is forest.
  private static func settled(
    _ definition: ForestCoverSource.Definition, by rule: ForestRule,
    orElse problem: (String, String) -> StudyError
  ) throws(StudyError) -> (ForestCoverSource.Definition, isInclusive: Bool) {
    guard case .canopy(let unit) = definition else { return (definition, true) }
    guard let least = rule.leastCanopy else {
      throw problem(
        "is read as canopy, and the rule '\(rule.name)' has no least canopy",
        "name a rule that has one, or threshold: {min: …}")
    }
    let share = unit == .fraction ? least.value / 100 : least.value
    return (.threshold(minimum: share), least.isInclusive)
  }

  /// What a cell of `value` is.
  static func code(
    of value: Double, by definition: ForestCoverSource.Definition, water: Set<Int> = [],
    noDataValue: Double?
  ) -> UInt8 {
    if value.isNaN || value == noDataValue { return ForestCode.noData }
    if !water.isEmpty, Int(exactly: value).map(water.contains) ?? false { return ForestCode.water }
    let isForest =
      switch definition {
      case .classes(let classes): Int(exactly: value).map(classes.contains) ?? false
      case .threshold(let minimum): value >= minimum
      case .everything, .types, .canopy: false
      }
    return isForest ? ForestCode.forest : ForestCode.other
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
        Self.code(of: $0, by: definition, water: water, noDataValue: noData)
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
