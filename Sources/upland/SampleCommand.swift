internal import ArgumentParser
internal import Publishing
internal import Studies

/// `upland sample`.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Something to try: a made-up province and its plan.",
    discussion: """
      Example:
        upland sample -o sample && upland run sample/plan.yaml -o result
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let files = try Sample.write(to: output)
    guard !quiet else { return }
    try StandardOutput.deliver(
      "\(EnglishCount.text("\(files.count)", "file", "files")) in \(output)\nNext: upland run \(output)/plan.yaml -o result\n"
    )
  }
}
