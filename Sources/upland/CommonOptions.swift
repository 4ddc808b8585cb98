internal import ArgumentParser
internal import Plan
internal import Publishing
internal import Studies

/// The options that all commands on a plan share.
struct CommonOptions: ParsableArguments {
  @Argument(help: "The plan file.")
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Workers at once; results do not depend on it. (default: all cores)", valueName: "number"))
  var jobs: Int?

  @Flag(name: [.short, .long], help: "No messages and no progress, only errors.")
  var quiet = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Language of tables and messages. (default: the plan's)", valueName: "language"))
  var lang: LanguageChoice?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least 1") }
  }

  /// The session that the options ask for.
  func session() throws(StudyError) -> PlanSession {
    var progress: (@Sendable (StudyOptions.Progress) -> Void)?
    if !quiet, StandardError.isTerminal {
      let reporter = ProgressReporter()
      progress = { reporter.show($0) }
    }
    settleLanguage()
    return try PlanSession(
      planAt: plan, options: StudyOptions(jobs: workers, progress: progress))
  }

  /// Tells messages their language: a command that looks at its options before the plan says so first.
  func settleLanguage() {
    SpokenLanguage.current =
      lang?.language ?? (Plan.statesVietnamese(inFileAt: plan) ? .vietnamese : .english)
  }

  /// The number of workers: as asked for, else one a core.
  var workers: Int { jobs ?? Processors.count }

  /// The language of what is printed.
  func language(of session: PlanSession) -> OutputLanguage {
    lang?.language ?? (session.plan.language == .vietnamese ? .vietnamese : .english)
  }

  /// Prints warnings, unless the user wants none.
  func warn(_ lines: [String]) {
    guard !quiet else { return }
    let isVietnamese = SpokenLanguage.current == .vietnamese
    let word = isVietnamese ? "cảnh báo" : "warning"
    for line in lines {
      let told = isVietnamese ? VietnamesePhrases.sentence(line) : line
      StandardError.write("upland: \(word): \(told)\n")
    }
  }
}

/// The languages that tables can be in.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case vi, en

  /// The language of outputs.
  var language: OutputLanguage { self == .vi ? .vietnamese : .english }
}
