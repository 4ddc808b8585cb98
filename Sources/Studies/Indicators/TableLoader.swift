internal import GDALKit
internal import GeoModel
internal import Indicators
internal import Plan

/// Reads tables: delimited text and spreadsheets by their cells, all else by its fields.
struct TableLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// The table of `reference`, whose header holds `fields`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with the place in the plan.
  func load(
    _ reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> LoadedTable {
    let read = try read(reference)
    let raw = try TableDecoder(plan: plan, reference: reference, fields: fields)
      .decoded(read.raw, condition: read.condition)
    let header: TableHeader
    do throws(TableHeaderError) {
      header = try TableHeader.find(in: raw, fields: fields.map(\.name))
    } catch {
      throw headerProblem(error, reference: reference, fields: fields)
    }
    if let driver = read.driver {
      ledger.add(
        SourceLedger.Source(
          path: reference.path, reference: reference, driver: driver, layer: read.layer,
          features: raw.rows.count - header.row - 1, referenceSystem: nil,
          referenceSystemNote: nil))
    }
    var table = LoadedTable(
      raw: raw, header: header, style: read.style, polygons: read.polygons)
    table.suspicions = suspicions(table, reference: reference)
    if let key = fields.first { warnOfLostZeros(table, key: key, reference: reference) }
    return table
  }

  /// Codes that the source holds as numbers have no leading zeros. Where they differ in length some
  /// may have been lost; they are not put back, because nobody says how many.
  private func warnOfLostZeros(
    _ table: LoadedTable, key: FieldName, reference: SourceReference
  ) {
    guard let column = table.header.columns(key.name).first else { return }
    let codes = table.raw.rows.indices.dropFirst(table.header.row + 1)
      .filter { table.raw.kind($0, column) == .number }
      .compactMap { table.raw.cell($0, column) }
      .filter { !$0.isEmpty && !$0.hasPrefix("0") }
    guard let shortest = codes.min(by: { $0.count < $1.count }),
      let longest = codes.max(by: { $0.count < $1.count }), shortest.count < longest.count
    else { return }
    ledger.warn(
      "\(reference.path): '\(reference.text)' holds the codes in column '\(key.name)' as numbers"
        + " of different lengths (\(shortest), \(longest)): leading zeros may be lost; hold codes as"
        + " text")
  }

  // MARK: Kinds of source

  /// A table as its source gives it, nothing decoded that a font's encoding hides.
  private struct Reading {
    var raw: RawTable
    /// How its text writes numbers.
    var style: NumberStyle?
    /// The areas of each row; `nil` where there are none.
    var polygons: [[Polygon]]?
    /// What was done to its text.
    var condition = TableDecoder.Condition.unicode
    /// What read it, and the sheet; no driver where whoever read it has noted that.
    var driver: String?
    var layer: String?
  }

  private func read(_ reference: SourceReference) throws(StudyError) -> Reading {
    let style = reference.numbers.flatMap { NumberStyle(rawValue: $0.rawValue) }
    switch GDALLibrary.driver(for: reference.location) {
    case nil, "CSV", "TSV": return try text(reference, style: style)
    case "XLSX", "ODS": return try sheet(reference, style: style)
    case "XLS":
      // Its own numbers come as plain text beside numbers that were typed as text: what reads two
      // ways is refused, whatever the plan says of the text.
      return try plainSheet(reference, style: style == .vi ? nil : style)
    default: return try features(reference, style: style)
    }
  }

  private func sheet(
    _ reference: SourceReference, style: NumberStyle?
  ) throws(StudyError) -> Reading {
    do throws(SheetError) {
      let sheet = try SheetArchive(location: reference.location).sheet(reference.layer?.name)
      return Reading(
        raw: sheet.table, style: style, driver: "spreadsheet", layer: sheet.name)
    } catch {
      let isLayer =
        switch error {
        case .noSheet, .severalSheets: true
        case .missingPart, .brokenPart: false
        }
      throw SourceProblem(plan: plan, reference: reference).error(
        GDALError(
          level: isLayer ? .layer : .source, function: "SheetArchive.sheet", subject: "",
          messages: [error.description]))
    }
  }

  private func plainSheet(
    _ reference: SourceReference, style: NumberStyle?
  ) throws(StudyError) -> Reading {
    do throws(GDALError) {
      let sheet = try SpreadsheetReading.sheet(
        reference.layer?.name, of: reference.location)
      let raw = RawTable(
        rows: zip(sheet.rowNumbers, sheet.rows).map { number, cells in
          RawTable.Row(number: number, cells: cells.map { $0 ?? "" })
        })
      return Reading(raw: raw, style: style, driver: "spreadsheet", layer: sheet.name)
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
  }

  private func text(
    _ reference: SourceReference, style: NumberStyle?
  ) throws(StudyError) -> Reading {
    let encodings = TextEncodings(reference.encoding)
    let isOwn = LegacyEncoding.ofFonts.contains(encodings.all?.lowercased() ?? "")
    let hasOwn = encodings.byField.values.contains {
      LegacyEncoding(rawValue: $0.lowercased()) != nil
    }
    do throws(GDALError) {
      let bytes = try VirtualFile.bytes(at: reference.location)
      // Bytes of a font's encoding are kept one a character until their column is decoded.
      let isBytes =
        (isOwn || hasOwn) && String(validating: bytes, as: UTF8.self) == nil
        && !TextRecoding.hasMark(bytes)
      let text =
        isBytes
        ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        : try TextRecoding.text(
          of: bytes, encoding: isOwn ? nil : encodings.all, subject: reference.text)
      let raw = try parse(text)
      return Reading(
        raw: raw, style: style, condition: isBytes ? .bytes : .unicode, driver: "text")
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
  }

  private func parse(_ text: String) throws(GDALError) -> RawTable {
    do throws(DelimitedTextError) {
      return try DelimitedText.parse(text)
    } catch {
      throw GDALError(
        level: .source, function: "DelimitedText.parse", subject: "", messages: [error.description])
    }
  }

  private func features(
    _ reference: SourceReference, style: NumberStyle?
  ) throws(StudyError) -> Reading {
    let names: [String]
    do throws(GDALError) {
      let dataset = try VectorDataset(opening: DatasetSource(location: reference.location))
      let layer = reference.layer.map { dataset.layer(called: $0.name) } ?? dataset.layers.first
      names = layer?.fields ?? []
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    let fields = names.map { FieldName(name: $0, mark: reference.mark, path: reference.path) }
    var undecoded = reference
    undecoded.encoding = TableDecoder.asRead(reference.encoding)
    let table = try VectorLoader(plan: plan, ledger: ledger).load(undecoded, fields: fields).table
    let rows = (0..<table.count).map { row in table.columns.map { $0.text(at: row) } }
    let hasAreas = table.geometries.contains { !($0?.polygons.isEmpty ?? true) }
    let kinds = table.columns.map { column -> RawTable.CellKind in
      if case .text = column { .text } else { .number }
    }
    return Reading(
      raw: RawTable(fields: names, rows: rows, firstRow: 0, kinds: kinds), style: style,
      // The header is a row of its own in front of the features.
      polygons: hasAreas ? [[]] + table.geometries.map { $0?.polygons ?? [] } : nil,
      condition: .recoded)
  }

  private func suspicions(
    _ table: LoadedTable, reference: SourceReference
  ) -> [(column: String, suspicion: EncodingSuspicion)] {
    guard reference.encoding == .declared else { return [] }
    let rows = table.raw.rows.dropFirst(table.header.row + 1)
    return table.header.names.indices.compactMap { column in
      // Most columns are figures, of which no text is made before they are asked for.
      let texts = rows.compactMap { row -> String? in
        guard column < row.cells.count else { return nil }
        let cell = row.cells[column]
        return EncodingSuspicion.mayBeMeant(cell) ? cell : nil
      }
      guard !texts.isEmpty else { return nil }
      return EncodingSuspicion.suspicions(in: texts).first.map {
        (column: table.header.names[column], suspicion: $0)
      }
    }
  }

  // MARK: Problems

  private func headerProblem(
    _ error: TableHeaderError, reference: SourceReference, fields: [FieldName]
  ) -> StudyError {
    guard case .missingFields(let missing, let found) = error else {
      return problem(reference, "'\(reference.text)': \(error)", "see the table's first rows")
    }
    return .plan(
      missing.map { name in
        let field = fields.first { NameCleaning.cleaned($0.name) == name }
        let nearest = NameSuggestion.nearest(to: name, among: found)
        return plan.problem(
          at: field?.mark ?? reference.mark, path: field?.path ?? reference.path,
          "'\(reference.text)' has no column '\(name)'",
          suggestion: nearest.map { "did you mean '\($0)'?" }
            ?? "it has \(found.joined(separator: ", "))")
      })
  }

  private func problem(
    _ reference: SourceReference, _ message: String, _ suggestion: String
  ) -> StudyError {
    .plan([plan.problem(at: reference.mark, path: reference.path, message, suggestion: suggestion)])
  }
}
