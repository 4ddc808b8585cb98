import DigestKit
import Foundation
import GeoModel
import Publishing
import Testing

/// The page of a report: nothing of the data becomes markup, the same content gives the same bytes.
@Suite struct ReportTests {
  /// Names as a planner may find them, and as nobody should.
  static let names = [
    "</script><script>window.bad = 1</script>", "<!-- Thôn", "Ba Tơ & Ba Tô", "\"Đắk\" 'Lắk'",
    "<img src=x onerror=alert(1)>", "a\u{0}b", "\u{2028}", "]]>", "{{part data}}", "&lt;",
  ]

  static let template = ReportTemplate(files: [
    "page.html": Array(
      """
      <html lang="{{text language}}"><head><meta content="{{policy}}"><title>{{text title}}</title>
      {{style leaflet}}{{style page.css}}{{notice licence.txt}}</head><body><h1>{{word hello}}</h1>
      {{part facts}}{{part cards}}{{part stories}}{{part scorecard}}{{part provenance}}
      <script type="application/json" id="data">{{part data}}</script>
      {{script leaflet}}{{script main.js}}</body></html>
      """.utf8),
    "page.css": Array("body { margin: 0 }".utf8), "main.js": Array("'use strict';".utf8),
    "licence.txt": Array("free".utf8),
    "words.json": Array(
      #"{"page": {"hello": ["Hello <you>", "Chào"], "met_no": ["not met", "chưa đạt"], "low": ["{} of {}", "{} trên {}"]}, "columns": {"gap": ["Gap", "Còn thiếu"]}, "endings": {"pct": ["%", "%"]}, "indicators": {}}"#
        .utf8),
  ])

  static func library() throws -> ReportLibrary {
    try ReportLibrary(script: "window.L = {};\n//# sourceMappingURL=x.map", style: "p{}")
  }

  private func page() -> ReportPage {
    let cells = Self.names.map { [ReportTable.Cell.text($0), .number(1.25)] }
    let table = ReportTable(
      name: Self.names[0], title: Self.names[1],
      columns: [
        ReportTable.Column(Self.names[2], property: Self.names[3]),
        ReportTable.Column("n", property: "n", decimals: 1),
      ], rows: cells + [[.unknown(reason: Self.names[4]), .answer(.no)]], notes: [Self.names[5]])
    return ReportPage(
      language: .english, title: Self.names[0], facts: Self.names,
      cards: Self.names.map {
        ReportPage.Card(title: $0, value: $0, target: $0, met: .no, gap: $0)
      },
      stories: [ReportPage.Section(heading: Self.names[0], lines: Self.names, table: table)],
      scorecard: table, map: .text(Self.names[0]), tables: [table],
      provenance: [ReportPage.Section(heading: Self.names[4], points: Self.names)])
  }

  private func html(_ page: ReportPage) throws -> String {
    let words = try Self.template.words(.english)
    return String(
      decoding: try Self.template.html(page, words: words, library: Self.library()),
      as: UTF8.self)
  }

  @Test func noNameBecomesMarkup() throws {
    let text = try html(page())
    #expect(text.components(separatedBy: "<script").count == 4)
    #expect(text.components(separatedBy: "</script").count == 4)
    #expect(!text.contains("<img") && !text.contains("<!-- Thôn"))
    // Outside the data every mark of markup is escaped.
    let markup = text.replacing(/<script.*?<\/script>/.dotMatchesNewlines(), with: "")
    for bad in ["onerror=alert(1)>", "Ba Tơ & Ba Tô", "\"Đắk\"", "'Lắk'"] {
      #expect(!markup.contains(bad), "\(bad)")
    }
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(text.contains("Ba Tơ &amp; Ba Tô"))
    #expect(text.contains("&quot;Đắk&quot; &#39;Lắk&#39;"))
    // A place of the template in a name is no place.
    #expect(text.contains("{{part data}}"))
    #expect(text.contains("Hello &lt;you&gt;"))
    #expect(!text.contains("\u{0}"))
  }

  @Test func theDataReadBackAreTheNames() throws {
    let text = try html(page())
    let start = try #require(text.range(of: #"id="data">"#)).upperBound
    let end = try #require(text.range(of: "</script>", range: start..<text.endIndex)).lowerBound
    let data = text[start..<end]
    #expect(!data.contains("<"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let table = try #require((root["tables"] as? [[String: Any]])?.first)
    let rows = try #require(table["rows"] as? [[Any]])
    #expect(rows.dropLast().compactMap { $0[0] as? String } == Self.names)
    #expect(rows.dropLast().allSatisfy { ($0[1] as? NSNumber)?.doubleValue == 1.2 })
    #expect(rows.last?[0] as? [String] == ["?", Self.names[4]])
    #expect(rows.last?[1] as? [String] == ["no"])
  }

  @Test func theSamePageGivesTheSameBytes() throws {
    #expect(try html(page()) == html(page()))
  }

  /// The policy lets run what stands in the page, by its digest, and nothing else.
  @Test func thePolicyNamesEveryScriptAndStyle() throws {
    let text = try html(page())
    let policy = try #require(text.firstMatch(of: /<meta content="([^"]*)">/)?.1)
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("unsafe"))
    for kind in ["script", "style"] {
      let pattern = try Regex("<\(kind)>(.*?)</\(kind)>").dotMatchesNewlines()
      let contents = text.matches(of: pattern).compactMap { $0.output[1].substring }
      #expect(contents.count == 2)
      for content in contents {
        let digest = Data(try SHA256Digest(of: Array(content.utf8)).bytes).base64EncodedString()
        #expect(policy.contains("'sha256-\(digest)'"), "\(kind): \(content)")
      }
    }
  }

  @Test func theLibraryAsksForNoOtherFile() throws {
    let library = try ReportLibrary(
      script: "a();\n//# sourceMappingURL=leaflet.js.map",
      style: "a{background-image:url(images/layers.png)}b{behavior:url(#default#VML)}")
    let words = try Self.template.words(.vietnamese)
    let bytes = try Self.template.html(
      ReportPage(language: .vietnamese, title: "x"), words: words, library: library)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("sourceMappingURL") && !text.contains("url("))
    #expect(text.contains("<style>a{background-image:none}b{behavior:none}</style>"))
    #expect(text.contains("<html lang=\"vi\">") && text.contains("Chào"))
    #expect(throws: ReportError.self) { try ReportLibrary(script: "'</SCRIPT>'", style: "") }
    #expect(throws: ReportError.self) { try ReportLibrary(script: "", style: "</style>") }
  }

  @Test(arguments: [
    ("page.html", "{{script absent.js}}", "'absent.js': it is not there"),
    ("page.html", "{{part nonsense}}", "nothing is called 'part nonsense'"),
    ("page.html", "{{dance now}}", "nothing is called 'dance now'"),
    ("page.html", "{{", "a place has no end"), ("page.html", "{{}}", "a place has no name"),
    ("page.html", "{{script bad.js}}", "'bad.js': it holds the end of its own element"),
  ])
  func faultsOfTheTemplateAreNamed(file: String, content: String, message: String) throws {
    let template = ReportTemplate(files: [
      file: Array(content.utf8), "bad.js": Array("'</script>'".utf8),
      "words.json": Array(#"{"page": {}}"#.utf8),
    ])
    let words = try template.words(.english)
    let library = try Self.library()
    let error = #expect(throws: ReportError.self) {
      try template.html(
        ReportPage(language: .english, title: "x"), words: words, library: library)
    }
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }

  @Test func aWordHasBothLanguages() throws {
    for text in [#"{"page": {"a": ["only"]}}"#, #"{"page": {"a": ["", "x"]}}"#, "[]", ""] {
      #expect(throws: ReportError.self) {
        try ReportWords(bytes: Array(text.utf8), language: .english)
      }
    }
    #expect(throws: ReportError.self) { try ReportTemplate(files: [:]).words(.english) }
  }

  @Test func wordsOfColumns() throws {
    let words = try Self.template.words(.english, titles: ["name": "Name"])
    #expect(words.column("name") == "Name")
    #expect(words.column("gap") == "Gap")
    #expect(words.column("flood_pct") == "flood: %")
    #expect(words.column("gap_low") == "Gap (at_least)")
    #expect(words.column("plain_thing") == "plain thing")
    #expect(words("low", "3", "7") == "3 of 7")
    #expect(words["absent"] == "absent")
  }
}
