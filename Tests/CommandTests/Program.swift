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

  /// Runs a line of Bash in `folder`, in which `upland` stands for the program: by the search path,
  /// since whatever shell stands between passes that on, which it need not do with a function.
  static func shell(
    _ line: String, in folder: URL, environment: [String: String?] = [:]
  ) async throws -> Answer {
    let folders = [
      URL(filePath: path).deletingLastPathComponent().filePath,
      ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    return try await run(
      "/bin/bash", ["-c", line], in: folder,
      environment: environment.merging(
        ["PATH": folders.joined(separator: ":")], uniquingKeysWith: { chosen, _ in chosen }))
  }

  /// Runs `upland` with `arguments` in `folder` and sends it `signal` as soon as `isReached`.
  static func run(
    _ arguments: [String], in folder: URL, stoppedBy signal: Int32,
    once isReached: @Sendable () throws -> Bool
  ) async throws -> Int32 {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: environment,
      workingDirectory: FilePath(folder.filePath), input: .none, output: .discarded,
      error: .discarded
    ) { execution in
      while try !isReached() { try await Task.sleep(for: .milliseconds(1)) }
      try execution.send(signal: Signal(rawValue: signal))
    }
    return code(of: result.terminationStatus)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL,
    environment: [String: String?] = [:]
  ) async throws -> Answer {
    let changes = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: Self.environment.updating(Dictionary(uniqueKeysWithValues: changes)),
      workingDirectory: FilePath(folder.filePath),
      output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 24))
    return Answer(
      status: code(of: result.terminationStatus), output: result.standardOutput,
      errors: result.standardError)
  }

  private static func code(of status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let number): 128 + number
    }
  }
}
