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
    let driver = GDALLibrary.driver(for: reference.location)
    var polygons: [[Polygon]]?
    var isRecoded = false
    var raw: RawTable
    var style = reference.numbers.flatMap { NumberStyle(rawValue: $0.rawValue) }
    var numeric: Set<Int> = []
    if SpreadsheetReading.drivers.contains(driver ?? "") {
      raw = try sheet(reference)
      // A sheet's own numbers come as plain text beside numbers that were typed as text: what reads
      // two ways is refused, whatever the plan says of the text.
      if style == .vi { style = nil }
    } else if driver == nil || driver == "CSV" || driver == "TSV" {
      raw = try text(reference)
    } else {
      let placed = try features(reference)
      raw = placed.raw
      polygons = placed.polygons
      isRecoded = true
      numeric = placed.numeric
    }
    raw = try decoded(raw, reference: reference, fields: fields, isRecoded: isRecoded)
    let header: TableHeader
    do throws(TableHeaderError) {
      header = try TableHeader.find(in: raw, fields: fields.map(\.name))
    } catch {
      throw headerProblem(error, reference: reference, fields: fields)
    }
    var table = LoadedTable(
      raw: raw, header: header, style: style, numericColumns: numeric, polygons: polygons)
    table.suspicions = suspicions(table, reference: reference)
    return table
  }

  // MARK: Kinds of source

  private func sheet(_ reference: SourceReference) throws(StudyError) -> RawTable {
    do throws(GDALError) {
      let sheet = try SpreadsheetReading.sheet(
        reference.layer?.name, of: reference.location)
      note(reference, driver: "spreadsheet", layer: sheet.name, rows: sheet.rows.count)
      return RawTable(
        rows: zip(sheet.rowNumbers, sheet.rows).map { number, cells in
          RawTable.Row(number: number, cells: cells.map { $0 ?? "" })
        })
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
  }

  private func text(_ reference: SourceReference) throws(StudyError) -> RawTable {
    let encoding = TextEncodings(reference.encoding).all
    let isOwn = TextEncodings.ownTables.contains(encoding?.lowercased() ?? "")
    do throws(GDALError) {
      let bytes = try VirtualFile.bytes(at: reference.location)
      // Bytes of a font's encoding are kept one a character until their column is decoded.
      let text =
        isOwn && String(validating: bytes, as: UTF8.self) == nil
        ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        : try TextRecoding.text(
          of: bytes, encoding: isOwn ? nil : encoding, subject: reference.text)
      let raw = try parse(text)
      note(reference, driver: "text", layer: nil, rows: raw.rows.count)
      return raw
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
    _ reference: SourceReference
  ) throws(StudyError) -> (raw: RawTable, polygons: [[Polygon]]?, numeric: Set<Int>) {
    let names: [String]
    do throws(GDALError) {
      let layers = try VectorDataset(opening: DatasetSource(location: reference.location)).layers
      names = layers.first { $0.name == reference.layer?.name ?? $0.name }?.fields ?? []
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    let fields = names.map { FieldName(name: $0, mark: reference.mark, path: reference.path) }
    let table = try VectorLoader(plan: plan, ledger: ledger).load(reference, fields: fields).table
    let rows = (0..<table.count).map { row in table.columns.map { $0.text(at: row) } }
    let hasAreas = table.geometries.contains { !($0?.polygons.isEmpty ?? true) }
    // The header is a row of its own in front of the features.
    let polygons = [[]] + table.geometries.map { $0?.polygons ?? [] }
    let numeric = table.columns.indices.filter { index in
      if case .text = table.columns[index] { false } else { true }
    }
    return (
      RawTable(fields: names, rows: rows, firstRow: 0), hasAreas ? polygons : nil, Set(numeric)
    )
  }

  private func note(_ reference: SourceReference, driver: String, layer: String?, rows: Int) {
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: driver, layer: layer, features: rows,
        referenceSystem: nil, referenceSystemNote: nil))
  }

  // MARK: Encodings

  /// Decodes the columns whose encoding the plan names; the encoding is a column's, not the file's.
  private func decoded(
    _ raw: RawTable, reference: SourceReference, fields: [FieldName], isRecoded: Bool
  ) throws(StudyError) -> RawTable {
    switch reference.encoding {
    case .declared: return raw
    case .all(let name):
      guard let encoding = LegacyEncoding(rawValue: name.name.lowercased()) else { return raw }
      // A header that reads as it stands is Unicode; a file in one encoding has it in its header.
      let header = try? TableHeader.find(in: raw, fields: fields.map(\.name))
      var table = raw
      for row in table.rows.indices.dropFirst(header.map { $0.row + 1 } ?? 0) {
        for column in table.rows[row].cells.indices {
          // In a file that names one encoding, other columns may be Unicode already.
          let text = try? encoding.decode(table.rows[row].cells[column])
          table.rows[row].cells[column] = text ?? table.rows[row].cells[column]
        }
      }
      return table
    case .fields(let named):
      var table = raw
      for field in named {
        guard let encoding = LegacyEncoding(rawValue: field.encoding.lowercased()) else {
          // What iconv knows was recoded as the features were read.
          if isRecoded { continue }
          throw .plan([
            plan.problem(
              with: field.field, "the encoding '\(field.encoding)' is none of a column",
              suggestion: "a column may be tcvn3, vni, windows-1258 or escapes; any other encoding"
                + " is the whole file's: encoding: \(field.encoding)")
          ])
        }
        try decode(&table, field.field, by: encoding, reference)
      }
      return table
    }
  }

  /// Decodes the cells below the header called `field`, which is written in the plan as it stands in
  /// the file, or as it reads once it is decoded.
  private func decode(
    _ table: inout RawTable, _ field: FieldName, by encoding: LegacyEncoding,
    _ reference: SourceReference
  ) throws(StudyError) {
    let name = NameCleaning.cleaned(field.name)
    for row in table.rows.indices {
      for column in table.rows[row].cells.indices {
        let cell = table.rows[row].cells[column]
        let decoded = (try? encoding.decode(cell)) ?? cell
        guard NameCleaning.cleaned(cell) == name || NameCleaning.cleaned(decoded) == name else {
          continue
        }
        if NameCleaning.cleaned(cell) != name { table.rows[row].cells[column] = decoded }
        try decodeColumn(&table, column, below: row, by: encoding, reference)
        return
      }
    }
    throw .plan([
      plan.problem(
        with: field, "'\(reference.text)' has no column '\(field.name)'",
        suggestion: "name a column of the table under encoding")
    ])
  }

  private func decodeColumn(
    _ table: inout RawTable, _ column: Int, below header: Int, by encoding: LegacyEncoding,
    _ reference: SourceReference
  ) throws(StudyError) {
    for row in table.rows.indices.dropFirst(header + 1) {
      guard let cell = table.cell(row, column) else { continue }
      do throws(LegacyTextError) {
        table.rows[row].cells[column] = try encoding.decode(cell)
      } catch {
        throw problem(
          reference, "row \(table.rows[row].number) of '\(reference.text)': \(error)",
          "see the encoding of the column")
      }
    }
  }

  private func suspicions(
    _ table: LoadedTable, reference: SourceReference
  ) -> [(column: String, suspicion: EncodingSuspicion)] {
    guard reference.encoding == .declared else { return [] }
    return table.header.names.indices.compactMap { column in
      let texts = table.raw.rows.indices.dropFirst(table.header.row + 1).compactMap {
        table.raw.cell($0, column)
      }
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
