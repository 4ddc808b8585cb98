import Foundation
import Testing

/// What holds for the help of every command, those to come too; its words are golden in `Cases/help`.
@Suite struct HelpTests {
  private func help(_ arguments: [String]) async throws -> String {
    let answer = try await Program.run(arguments + ["--help"], in: Repository.root)
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    return answer.text
  }

  @Test func everyCommandIsGoldenAndHasAnExample() async throws {
    let overview = try await help([])
    let list = try #require(overview.split(separator: "SUBCOMMANDS:\n").last)
    let names = list.matches(of: #/(?m)^  ([a-z-]+) {2,}/#).map { String($0.1) }
    let golden = try String(
      contentsOf: CommandCase.root.appending(path: "help/command.txt"), encoding: .utf8)
    #expect(names.count >= 7)
    for name in names {
      let text = try await help([name])
      let example = try #require(
        text.firstMatch(of: #/Example:\n  upland ([a-z-]+) /#)?.1, "\(name) shows no example")
      #expect(String(example) == name)
      #expect(golden.contains("\(name) --help\n"), "\(name) is not in Cases/help")
    }
  }
}
