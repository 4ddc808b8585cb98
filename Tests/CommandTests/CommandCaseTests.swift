import Foundation
import Testing

/// Every case of `Cases`, to the byte. A new case is a new folder; `UPLAND_RECORD=1 swift test
/// --filter CommandCaseTests` writes the answers, to be read before they are committed.
@Suite struct CommandCaseTests {
  @Test func thereAreCases() {
    #expect(CommandCase.names().count >= 30)
  }

  @Test(arguments: CommandCase.names())
  func answersAsRecorded(name: String) async throws {
    let command = CommandCase(name)
    let source = try FolderContents(of: command.folder)
    let outcome = try await command.run()
    let changed = try FolderContents(of: command.folder).differences(from: source)
    #expect(changed.isEmpty, "the commands changed the folder that they read")
    if ProcessInfo.processInfo.environment["UPLAND_RECORD"] == "1" {
      try command.record(outcome)
    }
    let expected = try command.expected()
    #expect(outcome.status == expected.status)
    #expect(outcome.output == expected.output)
    #expect(outcome.errors == expected.errors)
    #expect(outcome.written.differences(from: expected.written) == [])
  }
}
