import Foundation
import TestSupport
import Testing

/// Atlases as files: reproducible, a page for every unit, whole or not at all.
@Suite struct AtlasFileTests {
  private static let little = Repository.root.appending(path: "Tests/CommandTests/Cases/little")

  /// The number of pages of a PDF.
  private static func pageCount(_ bytes: Data) -> Int {
    String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
      .matches(of: #/\/Type \/Page\b(?!s)/#).count
  }

  @Test(
    "an atlas has the same bytes whatever the workers, and a page for each unit and the index",
    arguments: [
      (["forest-cover", "--lang", "vi"], 5), (["forest-cover", "--by", "district"], 3),
      (["villages", "--without", "hardened"], 5), (["units", "--in", "A"], 3),
      (["road-access"], 5),
    ])
  func reproducible(arguments: [String], pages: Int) async throws {
    let scratch = try Scratch()
    for jobs in ["1", "2"] {
      let answer = try await Program.run(
        ["map", arguments[0], "plan.yaml", "--atlas", "--quiet", "--jobs", jobs]
          + arguments.dropFirst() + ["-o", scratch.path("\(jobs).pdf")], in: Self.little)
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
    }
    let files = try scratch.contents().files
    let bytes = try #require(files["1.pdf"])
    #expect(bytes == files["2.pdf"])
    #expect(Self.pageCount(bytes) == pages)
    let printed = try await Program.run(
      ["map", arguments[0], "plan.yaml", "--atlas", "--quiet"] + arguments.dropFirst()
        + ["-o", "-"], in: Self.little)
    #expect(Data(printed.output) == bytes)
  }

  @Test("an atlas that fails leaves what stood there, and nothing beside it")
  func failures() async throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "map.pdf")
    let answer = try await Program.run(
      [
        "map", "forest-cover", "plan.yaml", "--atlas", "--property", "nothing", "-o",
        scratch.path("map.pdf"),
      ], in: Self.little)
    #expect(answer.status == 2)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try scratch.contents().files == ["map.pdf": Data("old".utf8)])
  }
}
