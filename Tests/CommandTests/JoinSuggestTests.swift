import Foundation
import Testing

/// A person's way from a dirty table to a settled one: `join --suggest` drafts the pairs, the person
/// takes the mark from the right ones, and the file is the plan's `names`.
@Suite struct JoinSuggestTests {
  private let folder = CommandCase.root.appending(path: "join-dirty-names")

  private func join(_ names: String?, in scratch: Scratch, suggest: String? = nil) async throws
    -> Program.Answer
  {
    var plan = try String(contentsOf: folder.appending(path: "dirty.yaml"), encoding: .utf8)
    if let names {
      plan = plan.replacing("    columns:", with: "    names: \(names)\n    columns:")
    }
    try scratch.write(plan, to: "plan.yaml")
    return try await Program.run(
      ["join", scratch.path("plan.yaml"), "-o", scratch.path("join.geojson")]
        + (suggest.map { ["--suggest", scratch.path($0)] } ?? []), in: folder)
  }

  /// A table of the five communes, "Ba To" and "SON HA" among them, in a folder of its own.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["communes.geojson", "dirty.csv"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      try scratch.write(text.replacing("Xã Lý Sơn;6\n", with: ""), to: name)
    }
    return scratch
  }

  @Test func aDraftReadByAPersonSettlesTheTable() async throws {
    let scratch = try scratch()
    let first = try await join(nil, in: scratch, suggest: "names.yaml")
    #expect(first.status == 1)
    let draft = try String(contentsOfFile: scratch.path("names.yaml"), encoding: .utf8)
    // Nobody has read it: it settles nothing.
    #expect(try await join("names.yaml", in: scratch).status == 1)
    let right = [#"# "Ba To": "Xã Ba Tơ""#, #"# "SON HA": "Xã Sơn Hà""#]
    var read = 0
    let lines = draft.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard right.contains(where: line.hasPrefix) else { return String(line) }
      read += 1
      return String(line.dropFirst(2))
    }
    #expect(read == 2, "\(draft)")
    try scratch.write(lines.joined(separator: "\n"), to: "names.yaml")
    let second = try await join("names.yaml", in: scratch, suggest: "again.yaml")
    #expect(second == Program.Answer(status: 0, output: [], errors: ""))
    #expect(try String(contentsOfFile: scratch.path("again.yaml"), encoding: .utf8) == "")
    let layer = try String(contentsOfFile: scratch.path("join.geojson"), encoding: .utf8)
    let figures = layer.matches(of: #/"code":"(\d+)".*?"poor":(\d+)/#).map { "\($0.1) \($0.2)" }
    #expect(figures == ["21289 3", "21292 4", "21319 5", "21484 1", "21523 2"])
  }

  /// A wrong pair is a person's to give; the unit that it leaves without a row is missed all the same.
  @Test func aWrongPairIsNotSettled() async throws {
    let scratch = try scratch()
    let answer = try await join("{Ba To: Ba Tô, SON HA: Sơn Hà}", in: scratch)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("Xã Ba Tơ [21484] has no row"))
  }
}
