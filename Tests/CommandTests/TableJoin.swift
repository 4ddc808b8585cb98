import Foundation
import Testing

/// `upland join` of one of the made-up tables with five made-up communes.
struct TableJoin {
  let scratch: Scratch

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/tables")

  /// The communes as the map has them.
  static let communes = [
    ("00101", "Xã Ba Tơ"), ("00102", "Xã Ba Tô"), ("00103", "Thị trấn Sơn Hà"),
    ("00104", "Xã Đăk Thủy"), ("00105", "Xã Ba Xa"),
  ]

  /// Writes a plan whose one table has the keys of `section`, beside all the tables.
  init(_ section: String, communes: [(String, String)] = Self.communes) throws {
    scratch = try Scratch()
    try FolderContents(of: Self.fixtures).write(to: scratch.url)
    let features = communes.enumerated().map { index, commune in
      let (west, east) = (108 + 0.1 * Double(index), 108.1 + 0.1 * Double(index))
      return """
        {"type": "Feature", "properties": {"code": "\(commune.0)", "name": "\(commune.1)"},
         "geometry": {"type": "Polygon", "coordinates":
         [[[\(west), 15], [\(east), 15], [\(east), 15.1], [\(west), 15.1], [\(west), 15]]]}}
        """
    }
    try scratch.write(
      #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ", "))]}"#,
      to: "communes.geojson")
    let keys = section.split(separator: "\n").filter { $0.contains { $0 != " " } }
    try scratch.write(
      """
      upland: 1
      units:
        - {level: commune, source: communes.geojson, code: code, name: name}
      indicators:
        - name: table
          level: commune

      """ + keys.map { "    \($0)\n" }.joined(), to: "plan.yaml")
  }

  /// Joins; the layer and the match report lie beside the plan.
  func run() async throws -> Program.Answer {
    try await Program.run(
      ["join", "plan.yaml", "-o", "join.geojson", "--report", "report"], in: scratch.url)
  }

  /// The figures of a column, in the order of the communes.
  func figures(_ column: String) throws -> [Double?] {
    let data = try Data(contentsOf: scratch.url.appending(path: "join.geojson"))
    let layer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(layer["features"] as? [[String: Any]])
    return features.map { feature in
      ((feature["properties"] as? [String: Any])?[column] as? NSNumber)?.doubleValue
    }
  }

  /// A side of the match report: of each row the columns asked for, parted by `|`; lists by `,`.
  func report(_ side: String, _ columns: String...) throws -> [String] {
    let data = try Data(contentsOf: scratch.url.appending(path: "report/table.json"))
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let rows = try #require(report[side] as? [[String: Any]])
    return rows.map { row in
      columns.map { column in
        switch row[column] {
        case let list as [String]: list.joined(separator: ",")
        case let number as NSNumber: number.stringValue
        case let text as String: text
        default: ""
        }
      }.joined(separator: "|")
    }
  }
}
