import Foundation
import Subprocess
import SystemPackage

/// The built program, run as a process of its own as a planner's shell would.
enum Program {
  /// What a run left behind on its streams.
  struct Answer: Equatable {
    /// The exit code; 128 and the signal's number where a signal ended the run.
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The executable, which SwiftPM builds into the folder of the test bundle.
  static let path: String = {
    let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent().appending(path: "upland").filePath
  }()

  /// What the caller's own terminal would change is taken away.
  static let environment = Environment.inherit.updating([
    "COLUMNS": nil, "NO_COLOR": nil, "UPLAND_RECORD": nil,
  ])

  /// Runs `upland` with `arguments` in `folder`.
  static func run(_ arguments: [String], in folder: URL) async throws -> Answer {
    try await run(path, arguments, in: folder)
  }

  /// Runs a line of Bash in `folder`, in which `upland` stands for the program.
  static func shell(
    _ line: String, in folder: URL, environment: [Environment.Key: String?] = [:]
  ) async throws -> Answer {
    let prelude = "upland() { '\(path)' \"$@\"; }; export -f upland; "
    return try await run(
      "/bin/bash", ["-c", prelude + line], in: folder, environment: environment)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL,
    environment: [Environment.Key: String?] = [:]
  ) async throws -> Answer {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: Self.environment.updating(environment),
      workingDirectory: FilePath(folder.filePath),
      output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let number): 128 + number
      }
    return Answer(
      status: status, output: result.standardOutput, errors: result.standardError)
  }
}
