import Foundation
import Testing

/// What to harden first does not go by how the roads and villages are written down.
@Suite struct PavingInputTests {
  private static let cases = Repository.root.appending(path: "Tests/CommandTests/Cases")

  /// The case `pave` with its roads in another order, turned, and cut at their vertices, and its
  /// villages in another order.
  private func writeChanged(to folder: URL) throws {
    let source = Self.cases.appending(path: "pave")
    let roads = try String(contentsOf: source.appending(path: "roads.geojson"), encoding: .utf8)
    var lines = roads.split(separator: "\n").filter { $0.contains("LineString") }
      .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    let whole = "[[87.010, 15.030], [87.011, 15.030], [87.012, 15.030]]"
    let index = try #require(lines.firstIndex { $0.contains(whole) })
    let turned = "[[87.012, 15.033], [87.014, 15.033]]"
    let other = try #require(lines.firstIndex { $0.contains(turned) })
    lines[other].replace(turned, with: "[[87.014, 15.033], [87.012, 15.033]]")
    lines.append(lines[index].replacing(whole, with: "[[87.012, 15.030], [87.011, 15.030]]"))
    lines[index].replace(whole, with: "[[87.010, 15.030], [87.011, 15.030]]")
    try
      (#"{"type": "FeatureCollection", "features": ["# + lines.reversed().joined(separator: ",")
      + "]}")
      .write(to: folder.appending(path: "roads.geojson"), atomically: true, encoding: .utf8)
    var rows = try String(contentsOf: source.appending(path: "villages.csv"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let header = rows.removeFirst()
    try ([header] + rows.reversed()).joined(separator: "\n")
      .write(to: folder.appending(path: "villages.csv"), atomically: true, encoding: .utf8)
    let centres = "centres.geojson"
    try FileManager.default.copyItem(
      at: source.appending(path: centres), to: folder.appending(path: centres))
    let units = Self.cases.appending(path: "little/communes.geojson").path
    try String(contentsOf: source.appending(path: "plan.yaml"), encoding: .utf8)
      .replacing("../little/communes.geojson", with: units)
      .write(to: folder.appending(path: "plan.yaml"), atomically: true, encoding: .utf8)
  }

  @Test(arguments: [["--reach", "70"], ["--budget", "300"], ["--unknown", "hardened"]])
  func orderAndCuttingOfInputs(request: [String]) async throws {
    let scratch = try Scratch()
    try writeChanged(to: scratch.url)
    let arguments = ["pave", "plan.yaml", "--format", "table"] + request
    let expected = try await Program.run(
      arguments + ["--jobs", "1"], in: Self.cases.appending(path: "pave"))
    #expect(expected.status == 0 && !expected.output.isEmpty, "\(expected.errors)")
    let found = try await Program.run(arguments + ["--jobs", "3"], in: scratch.url)
    #expect(found == expected)
  }
}
