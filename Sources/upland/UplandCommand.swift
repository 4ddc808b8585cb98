internal import ArgumentParser
internal import Glibc
internal import Publishing
internal import Studies

/// `upland`: the command with its subcommands, one file each.
@main
struct UplandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upland",
    abstract: "Geographic planning for mountain districts: one plan file, one command.",
    discussion: """
      A plan file says where boundaries, villages, roads and forest are and what is to be \
      reached; the commands answer questions about it. Start with one of these:

        upland sample -o sample && upland run sample/plan.yaml -o result
        upland plan my-data -o my-data/plan.yaml

      Exit codes: 0 done, 1 done but the data have errors, 2 usage, 3 input, 4 output, 5 internal.
      """,
    version: UplandVersion.current,
    subcommands: [
      RunCommand.self, CheckCommand.self, JoinCommand.self, ForestCoverCommand.self,
      ForestChangeCommand.self, RestorationCommand.self, TargetsCommand.self,
      RoadAccessCommand.self, VillagesCommand.self, PaveCommand.self, MapCommand.self,
      ReportCommand.self,
      AccessibilityCommand.self, TerrainCommand.self, ExposureCommand.self,
      ResettlementCommand.self,
      ExportCommand.self, FormatsCommand.self, PlanCommand.self, SampleCommand.self,
    ])

  /// Runs the command and leaves with a code of the documented table.
  static func main() async {
    // A reader that goes early (`| head`) is told by EPIPE, not by the end of the process.
    signal(SIGPIPE, SIG_IGN)
    InterruptCleaner.install()
    do {
      try CommandName.check(CommandLine.arguments)
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(after: error)
    }
  }

  private static func leave(after error: any Error) -> Never {
    let status = ExitStatus(of: error)
    switch error {
    case let error as StudyError:
      for line in ErrorLines(language: SpokenLanguage.current).lines(for: error) {
        StandardError.write("upland: \(line)\n")
      }
    case is DataHaveErrors:
      break
    default:
      let text = fullMessage(for: error)
      // Help and version are answers, not errors.
      if status == .done {
        try? StandardOutput.deliver(text + "\n")
      } else {
        StandardError.write(text + "\n")
      }
    }
    status.leave()
  }
}
