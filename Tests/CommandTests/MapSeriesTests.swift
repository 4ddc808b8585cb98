import Foundation
import TestSupport
import Testing

/// Maps with a panel for each year, as files.
@Suite struct MapSeriesTests {
  private static let cases = Repository.root.appending(path: "Tests/CommandTests/Cases")

  private static func draw(
    _ arguments: [String], to path: String, in folder: URL
  ) async throws -> Program.Answer {
    try await Program.run(["map"] + arguments + ["-o", path], in: folder)
  }

  @Test(
    "a series has the same bytes whatever the workers", arguments: ["png", "svg", "pdf"])
  func reproducible(ending: String) async throws {
    let scratch = try Scratch()
    for jobs in ["1", "2"] {
      let answer = try await Self.draw(
        ["forest-cover", "plan.yaml", "--years", "--dpi", "60", "--jobs", jobs],
        to: scratch.path("\(jobs).\(ending)"),
        in: Self.cases.appending(path: "forest-change-raster"))
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
    }
    let files = try scratch.contents().files
    #expect(files["1.\(ending)"] == files["2.\(ending)"])
  }

  @Test("an SVG of a series says its years and figures in words, in the language asked for")
  func words() async throws {
    let scratch = try Scratch()
    let sample = Repository.root.appending(path: "GeoData/sample")
    for (language, parts) in [
      ("en", ["People, 2019–2023", "2019: 184,832; 2023: 191,595. One scale of colours"]),
      ("vi", ["Dân số, 2019–2023", "2019: 184.832; 2023: 191.595. Các năm dùng chung"]),
    ] {
      let answer = try await Self.draw(
        ["join", "plan.yaml", "--years", "--lang", language, "--quiet"],
        to: scratch.path("\(language).svg"), in: sample)
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
      let bytes = try #require(try scratch.contents().files["\(language).svg"])
      let text = String(decoding: bytes, as: UTF8.self)
      for part in parts { #expect(text.contains(part)) }
    }
  }
}
