internal import ForestCover
internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// A raster of land cover or canopy, and which of its cells are forest. A value: each worker opens
/// the raster for itself.
struct ForestRaster: Sendable {
  /// Where the plan names it.
  let reference: SourceReference
  let system: ReferenceSystem

  private let raster: PlacedRaster
  private let classifier: CellClassifier
  /// For rasters of bytes: what each of the 256 values is.
  private let table: [UInt8]

  /// Where it is to be opened.
  var source: DatasetSource { raster.source }
  /// Size, place and kind.
  var description: RasterDescription { raster.description }

  /// Opens the raster of `cover` and settles how it is read; `waterClasses` are inland water.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, without a place or reference
  ///   system, or with classes not named.
  init(
    _ cover: ForestCoverSource, waterClasses: [Int], rule: ForestRule, plan: Plan,
    ledger: SourceLedger
  ) throws(StudyError) {
    let reference = cover.source
    self.reference = reference
    raster = try PlacedRaster(opening: reference, plan: plan, readsScale: true)
    let description = raster.description
    func problem(_ message: String, _ suggestion: String) -> StudyError {
      PlacedRaster.problem(message, suggestion, with: reference, of: plan)
    }
    let (named, isInclusive) = try Self.settled(cover.definition, by: rule, orElse: problem)
    let scale = CellClassifier.Scale(factor: description.scale, offset: description.offset)
    let isSingle = description.cellType == "Float32"
    let test: CellClassifier.Test
    switch named {
    case .threshold(let minimum):
      // A 32-bit cell of 0.7 holds a little less than the 0.7 of the plan and is meant to count.
      let threshold = isSingle && scale.isIdentity ? Double(Float(minimum)) : minimum
      test = .atLeast(
        minimum: ForestRule.Bound(threshold, isInclusive: isInclusive).leastNumber,
        threshold: threshold)
    case .classes(let classes): test = .classes(Set(classes))
    case .everything, .types, .canopy:
      throw problem(
        "is a raster, and no cell is named as forest",
        "name classes, threshold: {min: …} or canopy: percent or fraction")
    }
    var namesClasses = !waterClasses.isEmpty
    if case .classes = test { namesClasses = true }
    if namesClasses, !scale.isIdentity {
      throw problem(
        "scales its cells (scale \(scale.factor), offset \(scale.offset)), and classes are whole"
          + " numbers as stored",
        "take the scale away (gdal_translate -a_scale 1 -a_offset 0)")
    }
    system = try raster.settle(reference, plan: plan, ledger: ledger)
    let classifier = CellClassifier(
      test: test, scale: scale, water: Set(waterClasses), noData: raster.storedNoData,
      isSingle: isSingle)
    self.classifier = classifier
    table = (0..<256).map { classifier.code(of: Double($0)) }
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

  /// The ``ForestCode`` of each cell of whole rows, read through `dataset`.
  ///
  /// - Throws: an error of level `raster` where a block cannot be decoded, `cell` for a cell that is
  ///   NaN though the raster declares another mark of no data, or none.
  func codes(rows: Range<Int>, from dataset: RasterDataset) throws(GDALError) -> [UInt8] {
    var codes: [UInt8] = []
    if description.isByte {
      codes = try dataset.bytes(rows: rows)
      let table = self.table.span
      // Through a span: a tenth of the time that the array's own subscript takes.
      var cells = codes.mutableSpan
      for index in cells.indices { cells[index] = table[Int(cells[index])] }
    } else {
      codes = [UInt8](repeating: ForestCode.noData, count: rows.count * description.grid.columns)
      for part in RasterWindow.windows(over: rows, of: description) {
        try fill(&codes, startingAt: rows.lowerBound, with: part, from: dataset)
      }
    }
    if description.hasMask {
      let mask = try dataset.mask(rows: rows)
      for index in codes.indices where mask[index] == 0 { codes[index] = ForestCode.noData }
    }
    return codes
  }

  /// Puts the codes of the cells of `window` into `codes`, whose first row is `firstRow`.
  private func fill(
    _ codes: inout [UInt8], startingAt firstRow: Int, with window: RasterWindow,
    from dataset: RasterDataset
  ) throws(GDALError) {
    let numbers = try dataset.reals(rows: window.rows, columns: window.columns)
    let mayHoldNaN = description.isFloatingPoint && description.noDataValue?.isNaN != true
    var index = 0
    for row in window.rows {
      let start = (row - firstRow) * description.grid.columns
      for column in window.columns {
        let number = numbers[index]
        if mayHoldNaN, number.isNaN { try requireMasked(row: row, column: column, in: dataset) }
        codes[start + column] = classifier.code(of: number)
        index += 1
      }
    }
  }

  /// A cell that is NaN though the raster declares another mark of no data, or none, is a fault
  /// unless a mask leaves it out.
  private func requireMasked(
    row: Int, column: Int, in dataset: RasterDataset
  ) throws(GDALError) {
    if description.hasMask, try dataset.mask(rows: row..<row + 1)[column] == 0 { return }
    throw GDALError(
      level: .cell, function: "GDALRasterIO", subject: source.location,
      messages: [
        "the cell in row \(row + 1), column \(column + 1) is NaN, which the raster does not declare"
          + " as no data"
      ])
  }
}
