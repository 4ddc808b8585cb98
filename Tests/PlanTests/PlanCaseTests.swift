import Foundation
import Plan
import Testing

/// Each folder of `Cases` holds a `plan.yaml` and, in `expected.txt`, every line that its reader has
/// to say; an empty file is a plan without a fault. A new case is a new folder.
///
/// With `UPLAND_RECORD=1` in the environment the answers are written anew, to be looked at.
struct PlanCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func caseNames() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func thereAreCases() {
    #expect(Self.caseNames().count >= 20)
  }

  @Test(arguments: caseNames())
  func reportsWhatIsExpected(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: "plan.yaml")))
    var lines = ""
    do {
      _ = try Plan.read(bytes: bytes, file: "plan.yaml", folder: ".")
    } catch {
      lines = error.description + "\n"
    }
    let answer = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["UPLAND_RECORD"] == "1" {
      try lines.write(to: answer, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: answer, encoding: .utf8)
    #expect(lines == expected)
  }
}
