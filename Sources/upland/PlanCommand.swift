internal import ArgumentParser
internal import Publishing
internal import Studies

/// `upland plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Where do I start? A first plan for the files in a folder.",
    discussion: """
      Looks at every file in the folder and writes a plan that names what it found, with what is \
      left to complete marked.

      Example:
        upland plan my-data -o my-data/plan.yaml
      """)

  @Argument(help: "The folder with the data.")
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the plan to this file. (default: standard output)", valueName: "path")
  )
  var output: String?

  func run() throws {
    guard let output, output != "-" else {
      try StandardOutput.deliver(PlanProposal.text(forFolder: folder, writtenTo: output))
      return
    }
    try HandWork.refuseToReplace(output)
    let text = try PlanProposal.text(forFolder: folder, writtenTo: output)
    do throws(OutputError) {
      var file = try AtomicFile(output)
      try file.write(text)
      try file.commit()
    } catch {
      throw StudyError.output(error)
    }
  }
}
