import Foundation

/// The text of a report and what can be asked of it.
struct ReportText {
  /// A table of its data.
  struct Table {
    var columns: [(property: String, decimals: Int?)]
    var rows: [[Any]]
  }

  let text: String

  init(_ text: String) { self.text = text }

  /// The tables by name.
  func tables() throws -> [String: Table] {
    guard let start = text.range(of: #"id="report-data">"#)?.upperBound,
      let end = text.range(of: "</script>", range: start..<text.endIndex)?.lowerBound,
      let root = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8))
        as? [String: Any],
      let tables = root["tables"] as? [[String: Any]]
    else { return [:] }
    return Dictionary(
      tables.compactMap { table -> (String, Table)? in
        guard let name = table["name"] as? String,
          let columns = table["columns"] as? [[String: Any]], let rows = table["rows"] as? [[Any]]
        else { return nil }
        return (
          name,
          Table(
            columns: columns.map { ($0["property"] as? String ?? "", $0["decimals"] as? Int) },
            rows: rows)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the program says in it: without style, scripts and the licence of others, which are files of the
  /// repository and of Debian, and without their digests.
  var essence: String {
    text.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "<style>…</style>")
      .replacing(/<script>.*?<\/script>/.dotMatchesNewlines(), with: "<script>…</script>")
      .replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "<!-- … -->")
      .replacing(/'sha256-[^']*'/, with: "'sha256-…'")
      .replacing("},{", with: "},\n{").replacing("],[", with: "],\n[")
  }
}
