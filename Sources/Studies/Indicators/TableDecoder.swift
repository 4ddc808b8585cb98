internal import GDALKit
internal import Indicators
internal import Plan

/// Decodes text that lies in the encodings of Vietnamese fonts; the encoding is a column's, not the
/// file's, unless the plan says that it is the file's.
struct TableDecoder {
  let plan: Plan
  let reference: SourceReference
  /// The columns that the plan uses.
  let fields: [FieldName]

  /// The encodings with which GDAL reads what `encoding` names: those that ``LegacyEncoding`` decodes
  /// come undecoded.
  static func asRead(
    _ encoding: SourceReference.TextEncoding
  ) -> SourceReference.TextEncoding {
    func name(_ encoding: String) -> String {
      LegacyEncoding(rawValue: encoding.lowercased()) == nil ? encoding : VectorRequest.undecoded
    }
    switch encoding {
    case .declared: return .declared
    case .all(let all):
      return .all(FieldName(name: name(all.name), mark: all.mark, path: all.path))
    case .fields(let fields):
      return .fields(
        fields.map {
          SourceReference.FieldEncoding(field: $0.field, encoding: name($0.encoding))
        })
    }
  }

  /// What was done to the text of a source before.
  enum Condition {
    /// It is Unicode.
    case unicode
    /// It is Unicode, and columns whose encoding iconv knows are decoded.
    case recoded
    /// Every byte is a character U+0000…U+00FF, because not all of the file is UTF-8.
    case bytes
  }

  /// The table, decoded.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming the cells and bytes that mean nothing in the encoding.
  func decoded(_ raw: RawTable, condition: Condition) throws(StudyError) -> RawTable {
    var table = raw
    var problems: [PlanProblem] = []
    switch reference.encoding {
    case .declared: return raw
    case .all(let name):
      // What iconv knows was decoded as the bytes were read; so was Windows-1258 of a text file.
      guard let encoding = LegacyEncoding(rawValue: name.name.lowercased()),
        condition == .recoded || encoding != .windows1258
      else { return raw }
      problems = decodeAll(&table, encoding, at: name)
    case .fields(let named):
      var decoded: [Int: Int] = [:]
      for field in named {
        guard let encoding = LegacyEncoding(rawValue: field.encoding.lowercased()) else {
          if condition == .recoded { continue }
          throw .plan([
            plan.problem(
              with: field.field, "the encoding '\(field.encoding)' is none of a column",
              suggestion: "a column may be tcvn3, vni, windows-1258 or escapes; any other encoding"
                + " is the whole file's: encoding: \(field.encoding)")
          ])
        }
        let (row, column) = try place(of: field.field, encoding, in: &table)
        decoded[column] = row + 1
        problems += decodeColumn(
          &table, column, from: row + 1, called: field.field.name, encoding, at: field.field,
          suggestion: "see the encoding of the column")
      }
      if condition == .bytes, let place = named.first?.field {
        problems += decodeUnicode(&table, except: decoded, at: place)
      }
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return table
  }

  // MARK: A whole file

  private func decodeAll(
    _ table: inout RawTable, _ encoding: LegacyEncoding, at place: FieldName
  ) -> [PlanProblem] {
    // A header that reads as it stands is Unicode; a file in one encoding has it in its header.
    let header = try? TableHeader.find(in: table, fields: fields.map(\.name))
    let first = header.map { $0.row + 1 } ?? 0
    // Titles above it are shown and nothing else: what means nothing in the encoding stays.
    for row in 0..<(header?.firstRow ?? 0) {
      table.rows[row].cells = table.rows[row].cells.map { (try? encoding.decode($0)) ?? $0 }
    }
    let width = table.rows.map(\.cells.count).max() ?? 0
    var problems: [PlanProblem] = []
    for column in 0..<width {
      problems += decodeColumn(
        &table, column, from: first,
        called: header?.names.indices.contains(column) == true
          ? header?.names[column] : nil, encoding, at: place,
        suggestion: "where columns differ name them: encoding: {column: \(encoding.rawValue)}")
    }
    return problems
  }

  // MARK: A column

  /// The row and column of the header called `field`, which is written in the plan as it stands in
  /// the file, or as it reads once it is decoded; it is decoded.
  private func place(
    of field: FieldName, _ encoding: LegacyEncoding, in table: inout RawTable
  ) throws(StudyError) -> (row: Int, column: Int) {
    let name = NameCleaning.cleaned(field.name)
    for row in table.rows.indices {
      for column in table.rows[row].cells.indices {
        let cell = table.rows[row].cells[column]
        let readings = [cell, Self.unicode(cell), try? encoding.decode(cell)]
        guard let text = readings.first(where: { $0.map(NameCleaning.cleaned) == name }) else {
          continue
        }
        table.rows[row].cells[column] = text ?? cell
        return (row: row, column: column)
      }
    }
    throw .plan([
      plan.problem(
        with: field, "'\(reference.text)' has no column '\(field.name)'",
        suggestion: "name a column of the table under encoding")
    ])
  }

  /// Reads as UTF-8 every cell that no other encoding was named for.
  private func decodeUnicode(
    _ table: inout RawTable, except decoded: [Int: Int], at place: FieldName
  ) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    // Titles above the header are shown and nothing else: they stay where they are no UTF-8.
    let header = (decoded.values.min() ?? 1) - 1
    for row in table.rows.indices {
      for column in table.rows[row].cells.indices where row < decoded[column] ?? .max {
        let cell = table.rows[row].cells[column]
        if let text = Self.unicode(cell) {
          table.rows[row].cells[column] = text
        } else if row >= header, row + 1 != decoded[column] {
          problems.append(
            plan.problem(
              with: place,
              "row \(table.rows[row].number) of '\(reference.text)', column \(column + 1): '\(cell)'"
                + " is not UTF-8",
              suggestion: "name the encoding of its column too"))
        }
      }
    }
    return problems
  }

  /// The text whose UTF-8 bytes are the characters of `text`; `nil` where they are none.
  private static func unicode(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Decodes a column; cells that mean nothing are problems, the first ones a line each.
  private func decodeColumn(
    _ table: inout RawTable, _ column: Int, from first: Int, called name: String?,
    _ encoding: LegacyEncoding, at place: FieldName, suggestion: String
  ) -> [PlanProblem] {
    let title = name.map { "column '\($0)'" } ?? "column \(column + 1)"
    var problems: [PlanProblem] = []
    var more = 0
    for row in table.rows.indices.dropFirst(first) {
      guard let cell = table.cell(row, column) else { continue }
      do throws(LegacyTextError) {
        table.rows[row].cells[column] = try encoding.decode(cell)
      } catch {
        guard problems.count < Self.mostLines else {
          more += 1
          continue
        }
        problems.append(
          plan.problem(
            with: place,
            "row \(table.rows[row].number) of '\(reference.text)', \(title): '\(cell)': \(error)",
            suggestion: suggestion))
      }
    }
    if more > 0 {
      problems.append(
        plan.problem(
          with: place,
          "\(more) more cells of \(title) of '\(reference.text)' mean nothing in"
            + " \(encoding.rawValue)", suggestion: suggestion))
    }
    return problems
  }

  /// The most cells of a column that are named one by one.
  private static let mostLines = 5
}
