import Foundation
import TestSupport
import Testing

/// Maps as files: reproducible, of the kind that their ending names, whole or not at all.
@Suite struct MapTests {
  private static let sample = Repository.root.appending(path: "GeoData/sample")

  private static func draw(
    _ arguments: [String], to path: String, in folder: URL = sample
  ) async throws -> Program.Answer {
    try await Program.run(["map"] + arguments + ["-o", path], in: folder)
  }

  @Test(
    "a map has the same bytes whatever the workers and the run",
    arguments: ["png", "svg", "pdf"])
  func reproducible(ending: String) async throws {
    let scratch = try Scratch()
    let arguments = ["villages", "plan.yaml", "--without", "hardened", "--dpi", "60"]
    for (name, jobs) in [("one", "1"), ("four", "4"), ("again", "4")] {
      let answer = try await Self.draw(
        arguments + ["--jobs", jobs], to: scratch.path("\(name).\(ending)"))
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
    }
    let files = try scratch.contents().files
    #expect(files.count == 3)
    #expect(Set(files.values).count == 1)
    let printed = try await Self.draw(arguments + ["--format", ending], to: "-")
    #expect(Data(printed.output) == files["one.\(ending)"])
  }

  @Test("a PNG of A4 at 100 dots an inch has its size and more than a few colours")
  func png() async throws {
    let scratch = try Scratch()
    let answer = try await Self.draw(
      ["forest-cover", "plan.yaml", "--by", "commune", "--dpi", "100"],
      to: scratch.path("map.png"))
    #expect(answer.status == 0)
    let bytes = try #require(try scratch.contents().files["map.png"])
    let picture = try #require(PNGPixels(Array(bytes)))
    #expect([picture.width, picture.height].sorted() == [827, 1169])
    var greens = 0
    for row in stride(from: 0, to: picture.height, by: 4) {
      for column in stride(from: 0, to: picture.width, by: 4) {
        let colour = picture[column, row].map(Int.init)
        if colour[1] > colour[0] + 40, colour[1] > colour[2] + 40 { greens += 1 }
      }
    }
    #expect(greens > 2000)
  }

  @Test("the map of resettlement says who moves, and of a plan without hazards that it lacks them")
  func resettlement() async throws {
    let scratch = try Scratch()
    let folder = Repository.root.appending(path: "Tests/CommandTests/Cases/resettlement")
    for jobs in ["1", "4"] {
      let answer = try await Self.draw(
        ["resettlement", "plan.yaml", "--lang", "en", "--jobs", jobs, "--quiet"],
        to: scratch.path("\(jobs).svg"), in: folder)
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
    }
    let files = try scratch.contents().files
    #expect(files["1.svg"] == files["4.svg"])
    let text = String(decoding: try #require(files["1.svg"]), as: UTF8.self)
    #expect(text.contains("40 households move, to 2 new sites, 574 m on average; 0 without room."))
    let missing = try await Self.draw(
      ["resettlement", "plan.yaml", "--lang", "en"], to: scratch.path("none.svg"),
      in: Repository.root.appending(path: "Tests/CommandTests/Cases/pave"))
    #expect(missing.status == 3 && missing.errors.contains("hazards"))
  }

  @Test("an SVG says in words what it shows, in the language asked for")
  func languages() async throws {
    let scratch = try Scratch()
    for (language, title, description) in [
      (
        "vi", "Thôn chưa có đường cứng hóa đến trung tâm – Tỉnh Ngàn Trẩm (dữ liệu giả định)",
        "257–330 trong 480 thôn được xét có đường cứng hóa đến trung tâm (53,5–68,8 %)."
      ),
      (
        "en", "Villages without a hardened road – Tỉnh Ngàn Trẩm (dữ liệu giả định)",
        "257–330 of 480 villages judged have a hardened road to their centre (53.5–68.8 %)."
      ),
    ] {
      let answer = try await Self.draw(
        ["villages", "plan.yaml", "--without", "hardened", "--lang", language],
        to: scratch.path("\(language).svg"))
      #expect(answer.status == 0)
      let bytes = try #require(try scratch.contents().files["\(language).svg"])
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("<title>\(title)</title>"))
      #expect(text.contains("<desc>\(description)</desc>"))
    }
  }

  @Test("each layer of the sample that has a place is drawn")
  func layers() async throws {
    let scratch = try Scratch()
    for arguments in [
      ["villages", "plan.yaml"], ["units", "plan.yaml"], ["forest-cover-commune", "plan.yaml"],
      ["join", "plan.yaml", "--by", "commune", "--property", "poor_pct", "--classes", "natural"],
      ["join", "plan.yaml", "--by", "village", "--classes", "quantiles"],
      ["findings", "plan.yaml"], ["road-access", "plan.yaml", "--by", "commune"],
      ["pave", "plan.yaml"],
    ] {
      let answer = try await Self.draw(arguments, to: scratch.path("map.pdf"))
      #expect(answer.status == 0, "\(arguments): \(answer.errors)")
    }
  }

  @Test("the map of roads to harden says what it reaches, in the language asked for")
  func paving() async throws {
    let scratch = try Scratch()
    for (language, title, part) in [
      ("vi", "Thứ tự cứng hóa đường", "Từ 53,5 % lên 70 % trong 480 thôn"),
      ("en", "Roads to harden, in order", "From 53.5 % to 70 % of 480 villages"),
    ] {
      let answer = try await Self.draw(
        ["pave", "plan.yaml", "--lang", language], to: scratch.path("\(language).svg"))
      #expect(answer.status == 0, "\(answer.errors)")
      let bytes = try #require(try scratch.contents().files["\(language).svg"])
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("<title>\(title)") && text.contains("<desc>\(part)"))
    }
  }

  @Test("a map that fails leaves what stood there, and nothing beside it")
  func failures() async throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "map.png")
    let answer = try await Self.draw(
      ["forest-cover", "plan.yaml", "--property", "nothing"], to: scratch.path("map.png"))
    #expect(answer.status == 2)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try scratch.contents().files == ["map.png": Data("old".utf8)])
  }
}
