import Foundation
import Testing

/// The same plan gives the same bytes, whatever the workers, the run and the folder written to.
@Suite struct ReproducibilityTests {
  static let sample = Repository.root.appending(path: "GeoData/sample")

  @Test func outputsDoNotDependOnWorkersOrRun() async throws {
    let scratch = try Scratch()
    for (folder, jobs) in [("one", "1"), ("two", "2"), ("seven", "7")] {
      let answer = try await Program.run(
        ["run", "plan.yaml", "-o", scratch.path(folder), "--jobs", jobs, "--quiet"],
        in: Self.sample)
      #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
    }
    let first = try FolderContents(of: scratch.url.appending(path: "one"))
    #expect(first.names.contains("run.json"))
    for folder in ["two", "seven"] {
      let other = try FolderContents(of: scratch.url.appending(path: folder))
      #expect(other.differences(from: first) == [], "--jobs \(folder)")
    }
    // What `export` writes is what `run` writes, and what a command prints is what it writes.
    for arguments in [
      ["export", "plan.yaml", "--layer", "villages", "-o", scratch.path("export"), "--quiet"],
      ["villages", "plan.yaml", "-o", scratch.path("villages.geojson")],
    ] {
      let answer = try await Program.run(arguments, in: Self.sample)
      #expect(answer.status == 0)
    }
    let printed = try await Program.run(["villages", "plan.yaml", "-o", "-"], in: Self.sample)
    let files = try scratch.contents().files
    #expect(files["one/villages.geojson"] == Data(printed.output))
    #expect(files["export/villages.geojson"] == Data(printed.output))
    #expect(files["villages.geojson"] == Data(printed.output))
    #expect(files["export/run.json"] != nil && files["export/forest-cover.geojson"] == nil)
  }
}

/// The checkout that the tests were built in.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
