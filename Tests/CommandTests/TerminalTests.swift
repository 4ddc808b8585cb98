import Foundation
import Testing

/// What is written where a person looks, and where a program reads.
@Suite struct TerminalTests {
  static let sample = ReproducibilityTests.sample

  /// Runs `line` with a terminal as standard output, made by `script` of util-linux.
  private func terminal(_ line: String, color: Bool) async throws -> String {
    let answer = try await Program.shell(
      "script -qec \"bash -c '\(line) 2> /dev/null'\" /dev/null < /dev/null", in: Self.sample,
      environment: ["NO_COLOR": color ? nil : "1", "TERM": "xterm"])
    #expect(answer.status == 0, "\(answer.text)")
    return answer.text
  }

  @Test(arguments: ["villages plan.yaml", "forest-cover plan.yaml", "check plan.yaml"])
  func aTerminalGetsATable(command: String) async throws {
    let plain = try await terminal("upland \(command)", color: false)
    #expect(!plain.contains("\u{1B}"), "escape codes against NO_COLOR")
    #expect(!plain.hasPrefix("{") && !plain.hasPrefix("["))
    let lines = plain.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.count <= 80 }, "wider than the terminal")
    let colored = try await terminal("upland \(command)", color: true)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func aPipeGetsNoEscapeCodes() async throws {
    for arguments in [
      ["villages", "plan.yaml", "--format", "table"], ["check", "plan.yaml"], ["--help"],
      ["run", "nowhere.yaml", "-o", "result"], ["run", "plan.yaml", "-o", "/proc/upland"],
    ] {
      let answer = try await Program.run(arguments, in: Self.sample)
      #expect(!answer.text.contains("\u{1B}") && !answer.errors.contains("\u{1B}"))
      #expect(!answer.errors.contains("\r"), "progress belongs on a terminal")
    }
  }

  /// 190 KB do not fit a pipe: the program is still writing when `head` has gone.
  @Test(arguments: ["villages plan.yaml", "forest-cover plan.yaml --by commune", "plan ."])
  func aReaderThatGoesIsNoError(command: String) async throws {
    let answer = try await Program.shell(
      "upland \(command) | head -1; exit ${PIPESTATUS[0]}", in: Self.sample)
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty, "\(answer.errors)")
    #expect(answer.text.split(separator: "\n").count == 1)
  }

  @Test func quietSaysNothing() async throws {
    let scratch = try Scratch()
    let answer = try await Program.run(
      ["run", "plan.yaml", "-o", scratch.path("result"), "-q"], in: Self.sample)
    #expect(answer == Program.Answer(status: 0, output: [], errors: ""))
  }
}
