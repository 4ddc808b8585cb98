import Foundation
import GeoModel
import Studies

/// A made-up study for joins: communes of 0.1° in a row, and a table in a file.
struct JoinStudy {
  let folder: PlanFolder
  /// The sections in front of `indicators`.
  var head: String

  /// A commune: its code, its name as the map has it, the code of its district.
  typealias Commune = (code: String, name: String, district: String)

  init(_ communes: [Commune], vintage: String? = nil) throws {
    folder = try PlanFolder()
    let features = communes.enumerated().map { index, commune in
      MapText.Feature(
        [
          "code": commune.code, "name": commune.name, "d": commune.district, "dn": commune.district,
        ],
        rectangle(108 + 0.1 * Double(index), 15, 108.1 + 0.1 * Double(index), 15.1))
    }
    try folder.write(MapText.geoJSON(features), to: "units.geojson")
    head =
      (vintage.map { "vintage: \($0)\n" } ?? "") + """
        units:
          - {level: district, dissolve: commune, by: d, name: dn}
          - {level: commune, source: units.geojson, code: code, name: name}

        """
  }

  /// Joins the one table that `indicator`, the keys of its section, describes.
  func join(_ indicator: String, more: String = "", level: String = "commune") async throws
    -> JoinResult
  {
    let section = indicator.split(separator: "\n").map { "    \($0)\n" }.joined()
    let plan = head + "indicators:\n  - name: table\n" + section + more
    return try await folder.session(plan).join(level: level, in: nil)
  }

  /// The lines with which a join is refused.
  func refusal(_ indicator: String, more: String = "") async -> [String] {
    await StudiesTests.refusal { _ = try await join(indicator, more: more) }
  }
}

extension JoinResult {
  /// The report of the first table as JSON.
  private var json: [String: Any] {
    let text = reports.first?.json ?? ""
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    return object as? [String: Any] ?? [:]
  }

  /// A text of the report of the first table.
  func report(of member: String) -> String? { json[member] as? String }

  /// One side of the report: of each row the columns asked for, as one text; lists by commas.
  func side(_ side: String, _ columns: String...) -> [String] {
    let rows = json[side] as? [[String: Any]] ?? []
    return rows.map { row in
      columns.map { column in
        switch row[column] {
        case let list as [String]: list.joined(separator: ", ")
        case let number as NSNumber: number.stringValue
        case let text as String: text
        default: ""
        }
      }.joined(separator: " | ")
    }
  }

  /// The proofs of totals: of each column what it was before and after, and whether that holds.
  var proofs: [(column: String, before: Double, after: Double, holds: Bool)] {
    (json["conservation"] as? [[String: Any]] ?? []).map { proof in
      (
        proof["column"] as? String ?? "", (proof["before"] as? NSNumber)?.doubleValue ?? .nan,
        (proof["after"] as? NSNumber)?.doubleValue ?? .nan, proof["holds"] as? Bool ?? false
      )
    }
  }

  /// The figures of a column by the codes of the layer's units; `nil` where null.
  func figures(_ column: String) -> [String: Double?] {
    Dictionary(
      layer.features.map { ($0.text("code") ?? "", $0.number(column)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The findings of a kind, as their messages.
  func messages(_ kind: String) -> [String] {
    findings.filter { $0.kind == kind }.map(\.message)
  }
}
