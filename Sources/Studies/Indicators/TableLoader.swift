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
    var raw: RawTable
    var style: NumberStyle? = reference.numbers == .vi ? .vi : nil
    if SpreadsheetReading.drivers.contains(driver ?? "") {
      raw = try sheet(reference)
    } else if driver == nil || driver == "CSV" || driver == "TSV" {
      raw = try text(reference)
    } else {
      let placed = try features(reference)
      raw = placed.raw
      polygons = placed.polygons
      // Numbers of typed fields come as plain text.
      style = style ?? .plain
    }
    raw = try decoded(raw, reference: reference, fields: fields)
    let header: TableHeader
    do throws(TableHeaderError) {
      header = try TableHeader.find(in: raw, fields: fields.map(\.name))
    } catch {
      throw headerProblem(error, reference: reference, fields: fields)
    }
    var table = LoadedTable(raw: raw, header: header, style: style, polygons: polygons)
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
  ) throws(StudyError) -> (raw: RawTable, polygons: [[Polygon]]?) {
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
    return (
      RawTable(fields: names, rows: rows, firstRow: 0), hasAreas ? polygons : nil
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
    _ raw: RawTable, reference: SourceReference, fields: [FieldName]
  ) throws(StudyError) -> RawTable {
    let encodings = TextEncodings(reference.encoding)
    let all = encodings.all.flatMap { LegacyEncoding(rawValue: $0.lowercased()) }
    guard all != nil || !encodings.byField.isEmpty else { return raw }
    var table = raw
    for index in table.rows.indices {
      for column in table.rows[index].cells.indices {
        guard let encoding = all ?? self.encoding(of: column, in: raw, encodings) else { continue }
        let cell = table.rows[index].cells[column]
        guard cell.contains(where: { !$0.isASCII }) || encoding == .escapes else { continue }
        do throws(LegacyTextError) {
          table.rows[index].cells[column] = try encoding.decode(cell)
        } catch {
          // In a file that names one encoding, other columns may be Unicode already.
          if all != nil { continue }
          throw problem(
            reference, "row \(table.rows[index].number) of '\(reference.text)': \(error)",
            "see the encoding of the column")
        }
      }
    }
    return table
  }

  /// The encoding of a column, by the header's own text, which is ASCII where it matters.
  private func encoding(
    of column: Int, in raw: RawTable, _ encodings: TextEncodings
  ) -> LegacyEncoding? {
    for row in raw.rows.prefix(20) where row.cells.indices.contains(column) {
      if let name = encodings.byField[row.cells[column]] {
        return LegacyEncoding(rawValue: name.lowercased())
      }
    }
    return nil
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
