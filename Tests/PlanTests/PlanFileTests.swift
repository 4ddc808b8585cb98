import Foundation
import Plan
import Testing

/// What goes wrong before the first line of a plan is read, and how problems are put.
struct PlanFileTests {
  private func lines(reading path: String) -> String? {
    do {
      _ = try Plan.read(contentsOf: path)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(
      lines(reading: "/nowhere/plan.yaml")
        == "/nowhere/plan.yaml: no such file; name a plan file, for example plan.yaml")
  }

  @Test func aFolderIsNoPlan() {
    let folder = NSTemporaryDirectory()
    #expect(lines(reading: folder) == "\(folder): this is a folder; name the plan file in it")
  }

  @Test func relativePathsStartAtTheFile() throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "upland-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "plan.yaml").path()
    let text = "upland: 1\nunits: {level: xã, source: a.gpkg, code: mã}\n"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let plan = try Plan.read(contentsOf: file)
    guard case .source(let units) = plan.units.first?.origin else {
      Issue.record("the level has a source")
      return
    }
    #expect(units.source.location == "\(plan.folder)/a.gpkg")
    #expect(FileManager.default.fileExists(atPath: plan.folder))
  }

  @Test func aProblemIsAlwaysOneLine() {
    let problem = PlanProblem(
      file: "plan.yaml", mark: SourceMark(line: 3, column: 5), path: "roads.source",
      message: "found 'a\nb\r\nc'", suggestion: "write one line")
    #expect(
      problem.description == "plan.yaml:3:5: roads.source: found 'a b c'; write one line")
  }

  @Test func problemsAreSortedAndSaidOnce() {
    func problem(_ line: Int?, _ message: String) -> PlanProblem {
      PlanProblem(
        file: "p", mark: line.map { SourceMark(line: $0, column: 1) }, path: "", message: message)
    }
    let error = PlanError(problems: [
      problem(9, "b"), problem(10, "a"), problem(9, "a"), problem(nil, "c"), problem(9, "b"),
    ])
    #expect(error.description == "p: c\np:9:1: a\np:9:1: b\np:10:1: a")
  }

  @Test func aStudyReportsAtAField() throws {
    let text = "upland: 1\nunits: {level: xã, source: a.gpkg, code: mã}\n"
    let plan = try Plan.read(text: text, file: "plan.yaml", folder: ".")
    guard case .source(let units) = plan.units.first?.origin else {
      Issue.record("the level has a source")
      return
    }
    let problem = plan.problem(
      with: units.code, "no field 'mã' in a.gpkg", suggestion: "did you mean 'ma'?")
    #expect(
      problem.description
        == "plan.yaml:2:42: units.xã.code: no field 'mã' in a.gpkg; did you mean 'ma'?")
  }
}
