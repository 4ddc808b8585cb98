import Foundation

/// One folder of `Cases`: command lines, what they read, and what they must answer.
///
/// - `command.txt`: the arguments of `upland`, one command a line, run in the case's folder; `$OUT`
///   is a fresh folder, `$CASE` the case's own; a line with `#` in front is a comment.
/// - `before/`: what stands in `$OUT` beforehand; nothing where it is absent.
/// - `expected.status`: the exit codes, one a line.
/// - `expected.stdout`, `expected.stderr`: what is printed, with the two folders under their names;
///   nothing where a file is absent. With several commands each part has its line above it.
/// - `expected/`: all that `$OUT` holds afterwards, to the byte (a report by what it says); where it is absent, what stood there
///   before and nothing else.
struct CommandCase {
  /// What a case is compared by.
  struct Outcome: Equatable {
    var status = ""
    var output = ""
    var errors = ""
    var written = FolderContents()
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The folders that hold commands; the others hold data that several cases read.
  static func names() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.filePath)) ?? []
    return names.filter { exists(root.appending(path: "\($0)/command.txt")) }.sorted()
  }

  let folder: URL

  init(_ name: String) { folder = Self.root.appending(path: name) }

  /// Runs the commands, one after the other.
  func run() async throws -> Outcome {
    let scratch = try Scratch()
    try before().write(to: scratch.url)
    var outcome = Outcome()
    let lines = try commandLines()
    for line in lines {
      let arguments = line.split(separator: " ").map { word in
        String(word).replacing("$OUT", with: scratch.url.filePath)
          .replacing("$CASE", with: folder.filePath)
      }
      let answer = try await Program.run(arguments, in: folder)
      let heading = lines.count > 1 ? "$ upland \(line)\n" : ""
      outcome.status += "\(answer.status)\n"
      outcome.output += heading + named(answer.text, scratch)
      outcome.errors += heading + named(answer.errors, scratch)
    }
    outcome.written = try scratch.contents()
    for name in outcome.written.names where name.hasSuffix(".html") {
      // A report is compared by what it says: its scripts, and Leaflet, are files of their own.
      let text = String(decoding: outcome.written.files[name] ?? Data(), as: UTF8.self)
      outcome.written.files[name] = Data(ReportText(text).essence.utf8)
    }
    return outcome
  }

  /// What the case's files say.
  func expected() throws -> Outcome {
    let written = folder.appending(path: "expected")
    return Outcome(
      status: try text("expected.status"), output: try text("expected.stdout"),
      errors: try text("expected.stderr"),
      written: Self.exists(written) ? try FolderContents(of: written) : try before())
  }

  /// Makes `outcome` what is expected, to be read before it is committed.
  func record(_ outcome: Outcome) throws {
    let texts = [
      "expected.status": outcome.status, "expected.stdout": outcome.output,
      "expected.stderr": outcome.errors,
    ]
    for (name, text) in texts {
      let file = folder.appending(path: name)
      if text.isEmpty {
        try? FileManager.default.removeItem(at: file)
      } else {
        try Data(text.utf8).write(to: file)
      }
    }
    let written = folder.appending(path: "expected")
    try? FileManager.default.removeItem(at: written)
    if outcome.written != (try before()) {
      try outcome.written.write(to: written)
    }
  }

  private func commandLines() throws -> [String] {
    try String(contentsOf: folder.appending(path: "command.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private func before() throws -> FolderContents {
    let folder = folder.appending(path: "before")
    return Self.exists(folder) ? try FolderContents(of: folder) : FolderContents()
  }

  private func text(_ name: String) throws -> String {
    let file = folder.appending(path: name)
    return Self.exists(file) ? try String(contentsOf: file, encoding: .utf8) : ""
  }

  /// `text` with the names of the two folders in place of their paths, which differ by machine.
  private func named(_ text: String, _ scratch: Scratch) -> String {
    text.replacing(scratch.url.filePath, with: "$OUT").replacing(folder.filePath, with: "$CASE")
      // The size of a report is that of Leaflet too.
      .replacing(/[0-9]+( bytes  \S*\.html)/) { "…\($0.1)" }
  }

  private static func exists(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.filePath)
  }
}
