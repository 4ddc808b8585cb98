import Foundation
import Glibc
import Testing

/// A run that fails, or is stopped, leaves what an earlier run wrote, to the byte, and nothing else.
@Suite struct FailureTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FolderContents(of: CommandCase.root.appending(path: "little")).write(to: scratch.url)
  }

  private func succeed(_ arguments: [String]) async throws {
    let answer = try await Program.run(arguments, in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test func aFailingRunLeavesTheOlderResult() async throws {
    try await succeed(["run", "plan.yaml", "-o", "result"])
    try scratch.write("No forest.\n", to: "forest.geojson")
    let before = try scratch.contents()
    let answer = try await Program.run(["run", "plan.yaml", "-o", "result"], in: scratch.url)
    #expect(answer.status == 3)
    #expect(try scratch.contents().differences(from: before) == [])
  }

  /// A plan and confirmed names are a person's work; drafts of them replace nothing.
  @Test func aDraftReplacesNobodysWork() async throws {
    try scratch.write("mine: 1\n", to: "draft.yaml")
    for arguments in [
      ["plan", ".", "-o", "draft.yaml"], ["join", "plan.yaml", "--suggest", "draft.yaml"],
    ] {
      let before = try scratch.contents()
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer.status == 4, "\(answer)")
      #expect(
        answer.errors.hasSuffix(
          "is there already and may hold somebody's work, so it is not replaced; name another file, or"
            + " remove this one first\n"), "\(answer.errors)")
      #expect(try scratch.contents().differences(from: before) == [])
    }
    // An empty file and a device are in nobody's way.
    try scratch.write("", to: "draft.yaml")
    try await succeed(["plan", ".", "-o", "draft.yaml"])
    try await succeed(["plan", ".", "-o", "/dev/null"])
  }

  @Test func aFailingLayerLeavesTheOlderFile() async throws {
    try await succeed(["forest-cover", "plan.yaml", "-o", "forest-cover.geojson"])
    try scratch.write("No forest.\n", to: "forest.geojson")
    let before = try scratch.contents()
    let answer = try await Program.run(
      ["forest-cover", "plan.yaml", "-o", "forest-cover.geojson"], in: scratch.url)
    #expect(answer.status == 3)
    #expect(try scratch.contents().differences(from: before) == [])
  }

  /// A layer may be called like a source in the plan's own folder, and `-o` may name any file.
  @Test func noOutputTakesThePlaceOfWhatIsRead() async throws {
    let units = "units-commune.geojson"
    try FileManager.default.moveItem(
      atPath: scratch.path("communes.geojson"), toPath: scratch.path(units))
    let plan = try String(contentsOfFile: scratch.path("plan.yaml"), encoding: .utf8)
    try scratch.write(plan.replacing("communes.geojson", with: units), to: "plan.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.geojson"), withDestinationPath: "forest.geojson")
    let before = try scratch.contents()
    for (arguments, name) in [
      (["run", "plan.yaml", "-o", "."], "./\(units)"),
      (["export", "plan.yaml", "--layer", "units-commune", "-o", "."], "./\(units)"),
      (["forest-cover", "plan.yaml", "-o", "forest.geojson"], "forest.geojson"),
      (["forest-cover", "plan.yaml", "-o", "link.geojson"], "link.geojson"),
      (
        [
          "export", "plan.yaml", "--format", "geojson", "-o", ".", "--layer",
          "units-commune,findings",
        ],
        "./\(units)"
      ),
    ] {
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer.status == 4, "\(arguments)")
      #expect(
        answer.errors == "upland: '\(name)' is read here: it would be overwritten;"
          + " name another file or folder with -o\n", "\(arguments)")
      #expect(try scratch.contents().differences(from: before) == [], "\(arguments)")
    }
  }

  @Test func aSampleThatWasChangedStays() async throws {
    try await succeed(["sample", "-o", "mine", "-q"])
    try await succeed(["sample", "-o", "mine", "-q"])
    try scratch.write("upland: 1\n", to: "mine/plan.yaml")
    let before = try scratch.contents()
    let answer = try await Program.run(["sample", "-o", "mine"], in: scratch.url)
    #expect(answer.status == 4 && answer.errors.contains("mine/plan.yaml"), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try scratch.contents().differences(from: before) == [])
  }

  /// Root may write anywhere, so this says something for other users only.
  @Test(.enabled(if: getuid() != 0, "root may write in a read-only folder"))
  func aReadOnlyFolderIsAnErrorOfOutput() async throws {
    try scratch.write("kept\n", to: "result/forest-cover.geojson")
    let folder = scratch.path("result")
    let before = try scratch.contents()
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    for arguments in [
      ["run", "plan.yaml", "-o", "result"],
      ["forest-cover", "plan.yaml", "-o", "result/forest-cover.geojson"],
    ] {
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer.status == 4)
      #expect(answer.errors.split(separator: "\n").count == 1)
    }
    #expect(try scratch.contents().differences(from: before) == [])
  }

  /// A full disk: `/dev/full` takes no byte.
  @Test func aFullDiskBehindARedirectionIsAnErrorOfOutput() async throws {
    let answer = try await Program.shell("upland villages plan.yaml > /dev/full", in: scratch.url)
    #expect(answer.status == 4)
    #expect(answer.errors.split(separator: "\n").count == 1)
  }

  /// A pipe under the name of a layer holds the run up at a known place: the layers before it are
  /// complete under hidden names and none has its own. There it is told to end.
  @Test(.timeLimit(.minutes(10)), arguments: [SIGTERM, SIGINT, SIGHUP])
  func aStoppedRunLeavesTheOlderResult(signal: Int32) async throws {
    try scratch.write("older\n", to: "result/units-commune.geojson")
    let pipe = scratch.path("result/villages.geojson")
    try #require(mkfifo(pipe, 0o644) == 0)
    let result = scratch.path("result")
    let status = try await Program.run(
      ["run", "plan.yaml", "-o", "result"], in: scratch.url, stoppedBy: signal,
      once: { try Self.unfinished(in: result).count == 4 })
    #expect(status == 128 + signal)
    try FileManager.default.removeItem(atPath: pipe)
    let left = try FolderContents(of: scratch.url.appending(path: "result"))
    #expect(left.files == ["units-commune.geojson": Data("older\n".utf8)])
  }

  private static func unfinished(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".upland-") }
  }
}
