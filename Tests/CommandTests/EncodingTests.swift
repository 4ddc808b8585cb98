import Foundation
import Testing

/// Plans whose bytes an editor would spoil: written here, refused in one line, nothing left behind.
@Suite struct EncodingTests {
  struct Spoilt: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    /// What the one line has to say.
    var says: String

    var testDescription: String { name }
  }

  static let text = "upland: 1\ntitle: Thôn Đắk Lắk\n"

  static let plans = [
    Spoilt(
      name: "UTF-16, little end first",
      bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      says: "UTF-16"),
    Spoilt(
      name: "UTF-16, big end first",
      bytes: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      says: "UTF-16"),
    Spoilt(
      // ô is F4, Đ is D0, ắ is ă (E3) with a combining acute (EC).
      name: "Windows-1258",
      bytes: Array("upland: 1\ntitle: Th".utf8) + [0xF4] + Array("n ".utf8)
        + [0xD0, 0xE3, 0xEC, 0x6B, 0x0A],
      says: "UTF-8"),
    Spoilt(
      name: "a null byte", bytes: Array("upland: 1\ntitle: a\u{0}b\n".utf8), says: "is zero"),
  ]

  @Test(arguments: plans)
  func isRefusedInOneLine(plan: Spoilt) async throws {
    let scratch = try Scratch()
    try scratch.write(plan.bytes, to: "plan.yaml")
    let answer = try await Program.run(["run", "plan.yaml", "-o", "result"], in: scratch.url)
    #expect(answer.status == 3)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.errors.hasPrefix("upland: plan.yaml"))
    #expect(answer.errors.contains(plan.says), "\(answer.errors)")
    #expect(try scratch.contents().names == ["plan.yaml"])
  }

  /// What editors of Windows put in front of UTF-8, and their line ends, are no fault.
  @Test func byteOrderMarkAndWindowsLinesAreRead() async throws {
    let scratch = try Scratch()
    let units = try FolderContents(of: CommandCase.root.appending(path: "little"))
    try units.write(to: scratch.url)
    let plan = try #require(units.files["plan.yaml"])
    let windows = String(decoding: plan, as: UTF8.self).replacing("\n", with: "\r\n")
    try scratch.write([0xEF, 0xBB, 0xBF] + Array(windows.utf8), to: "windows.yaml")
    let unix = try await Program.run(["forest-cover", "plan.yaml"], in: scratch.url)
    let answer = try await Program.run(["forest-cover", "windows.yaml"], in: scratch.url)
    #expect(answer == unix)
    #expect(answer.status == 0)
  }
}
