internal import GDALKit
internal import GeoModel
internal import Indicators
internal import Plan

/// Decodes the text of features that lies in the encodings of Vietnamese fonts, which iconv does not
/// know; the plan names them for the source or for single fields.
struct FeatureTextDecoder {
  let plan: Plan
  let reference: SourceReference

  /// The most values of a field that are named one by one.
  private static let mostLines = 5

  /// `table`, which was read with ``TableDecoder/asRead(_:)``, decoded. Bytes that a driver has taken
  /// for Latin letters are those bytes; O(text).
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming the values that mean nothing in the encoding.
  func decoded(_ table: FeatureTable) throws(StudyError) -> FeatureTable {
    var table = table
    var problems: [PlanProblem] = []
    for (index, name) in table.fields.enumerated() {
      guard let (encoding, place) = encoding(of: name),
        case .text(var values) = table.columns[index]
      else { continue }
      var failures = 0
      for (row, value) in values.enumerated() {
        guard let value else { continue }
        do throws(LegacyTextError) {
          values[row] = try encoding.decode(value)
        } catch {
          failures += 1
          guard failures <= Self.mostLines else { continue }
          problems.append(
            plan.problem(
              with: place,
              "\(reference.rowName(row, of: table)) of '\(reference.text)', field '\(name)':"
                + " '\(value)': \(error)",
              suggestion: "where fields differ name them: encoding: {field: \(encoding.rawValue)}"))
        }
      }
      table.columns[index] = .text(values)
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return table
  }

  private func encoding(of field: String) -> (LegacyEncoding, place: FieldName)? {
    switch reference.encoding {
    case .declared: return nil
    case .all(let name):
      return LegacyEncoding(rawValue: name.name.lowercased()).map { ($0, name) }
    case .fields(let fields):
      guard let named = fields.first(where: { $0.field.name == field }) else { return nil }
      return LegacyEncoding(rawValue: named.encoding.lowercased()).map { ($0, named.field) }
    }
  }
}
