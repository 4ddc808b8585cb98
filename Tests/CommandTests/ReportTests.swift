import Foundation
import Testing

/// The report as a file: the figures of the layers, the same bytes by every way, whole or not at all.
@Suite struct ReportTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FolderContents(of: CommandCase.root.appending(path: "little")).write(to: scratch.url)
  }

  private func page(_ name: String) throws -> ReportText {
    ReportText(String(decoding: try #require(try scratch.contents().files[name]), as: UTF8.self))
  }

  @Test func runAndReportWriteTheSameBytesWhateverTheWorkers() async throws {
    for (arguments, name) in [
      (["run", "plan.yaml", "-o", "result", "-q"], "result/report.html"),
      (["report", "plan.yaml", "-o", "one.html", "-q", "--jobs", "1"], "one.html"),
      (["report", "plan.yaml", "-o", "four.html", "-q", "--jobs", "4"], "four.html"),
    ] {
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
      let files = try scratch.contents().files
      #expect(files[name] != nil && files[name] == files["result/report.html"], "\(name)")
    }
    let printed = try await Program.run(["report", "plan.yaml", "-o", "-", "-q"], in: scratch.url)
    #expect(Data(printed.output) == (try scratch.contents().files["one.html"]))
  }

  /// Every number of every layer that a run writes stands in the report, rounded to its column.
  @Test func theReportHoldsTheFiguresOfTheLayers() async throws {
    let answer = try await Program.run(["run", "plan.yaml", "-o", "result", "-q"], in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
    let files = try scratch.contents().files
    let page = try page("result/report.html")
    let tables = try page.tables()
    let layers = files.keys.filter { $0.hasSuffix(".geojson") && !$0.hasSuffix("findings.geojson") }
      .filter { $0.hasPrefix("result/") }
    #expect(layers.count > 8)
    var compared = 0
    for file in layers.sorted() {
      let name = String(file.dropFirst("result/".count).dropLast(".geojson".count))
      let root = try #require(
        try JSONSerialization.jsonObject(with: files[file] ?? Data()) as? [String: Any])
      let features = try #require(root["features"] as? [[String: Any]])
      let table = try #require(tables[name], "\(name) has no table")
      #expect(table.rows.count == features.count, "\(name)")
      for (row, feature) in zip(table.rows, features) {
        let properties = try #require(feature["properties"] as? [String: Any])
        for (cell, column) in zip(row, table.columns) {
          guard let number = properties[column.property] as? NSNumber,
            let decimals = column.decimals
          else { continue }
          let shown = try #require(cell as? NSNumber, "\(name) \(column.property)")
          let tolerance = 0.500001 * pow(10, -Double(decimals))
          #expect(
            abs(shown.doubleValue - number.doubleValue) <= tolerance, "\(name) \(column.property)")
          compared += 1
        }
      }
    }
    #expect(compared > 100)
  }

  @Test func bothLanguages() async throws {
    for (language, words) in [("en", "Key figures"), ("vi", "Số liệu chính")] {
      let answer = try await Program.run(
        ["report", "plan.yaml", "-o", "\(language).html", "--lang", language, "-q"],
        in: scratch.url)
      #expect(answer.status == 0, "\(answer.errors)")
      let text = try page("\(language).html").text
      #expect(text.contains("<html lang=\"\(language)\">"))
      #expect(text.contains(words))
    }
  }

  /// Names out of the data, as a planner may find them and as nobody should.
  @Test func namesThatLookLikeMarkup() async throws {
    let bad = "</script><img src=x onerror=alert(1)> & 'Thôn' \"1\""
    let villages = try #require(try scratch.contents().files["villages.csv"])
    let lines = String(decoding: villages, as: UTF8.self).split(separator: "\n")
    let quoted = "\"" + bad.replacing("\"", with: "\"\"") + "\""
    let column = try #require(
      lines[0].split(separator: ",", omittingEmptySubsequences: false).firstIndex(of: "name"))
    let changed = lines.enumerated().map { index, line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if index == 1 { cells[column] = quoted }
      return cells.joined(separator: ",")
    }
    try scratch.write(changed.joined(separator: "\n") + "\n", to: "villages.csv")
    let answer = try await Program.run(
      ["report", "plan.yaml", "-o", "x.html", "-q"], in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
    let page = try page("x.html")
    #expect(!page.text.contains("<img"))
    let rows = try #require(try page.tables()["villages"]?.rows)
    #expect(rows.contains { row in row.contains { $0 as? String == bad } })
  }

  @Test func withoutLeafletThereIsOneLineAndNothingElse() async throws {
    let before = try scratch.contents()
    let answer = try await Program.shell(
      "upland report plan.yaml -o x.html", in: scratch.url,
      environment: ["UPLAND_LEAFLET": "nowhere"])
    #expect(answer.status == 3)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.errors.contains("libjs-leaflet"))
    let vietnamese = try await Program.shell(
      "upland report plan.yaml -o x.html --lang vi", in: scratch.url,
      environment: ["UPLAND_LEAFLET": "nowhere"])
    #expect(vietnamese.status == 3)
    #expect(vietnamese.errors.contains("cài gói libjs-leaflet của Debian (UPLAND_LEAFLET"))
    #expect(try scratch.contents().differences(from: before) == [])
  }

  @Test func withoutLeafletARunGoesOn() async throws {
    let answer = try await Program.shell(
      "upland run plan.yaml -o result", in: scratch.url,
      environment: ["UPLAND_LEAFLET": "nowhere"])
    #expect(answer.status == 0)
    let lines = answer.errors.split(separator: "\n").filter { $0.contains("report.html") }
    #expect(lines.count == 1 && lines[0].contains("libjs-leaflet"))
    let files = try scratch.contents().files
    #expect(files["result/run.json"] != nil && files["result/report.html"] == nil)
  }

  @Test func whatCannotBeWrittenIsAnErrorOfOutput() async throws {
    let before = try scratch.contents()
    let answer = try await Program.run(
      ["report", "plan.yaml", "-o", "nowhere/x.html", "-q"], in: scratch.url)
    #expect(answer.status == 4)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try scratch.contents().differences(from: before) == [])
  }

  /// Nothing in the page leads to another file or host: no address is loaded, and the policy forbids it.
  @Test func thePageStandsAlone() async throws {
    let answer = try await Program.run(
      ["report", "plan.yaml", "-o", "x.html", "-q"], in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
    let text = try page("x.html").text
    #expect(text.contains("default-src 'none'"))
    #expect(!text.contains("unsafe-inline") && !text.contains("unsafe-eval"))
    let markup = text.replacing(/<script.*?<\/script>/.dotMatchesNewlines(), with: "")
    #expect(markup.firstMatch(of: /(src|href)="(?!#)[^"]/) == nil)
    #expect(markup.firstMatch(of: /<(link|img|iframe|object|embed|base)\b/) == nil)
    #expect(markup.firstMatch(of: /style="/) == nil)
    #expect(!markup.contains("url(images") && !markup.contains("@import"))
  }
}
