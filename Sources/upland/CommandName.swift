internal import ArgumentParser
internal import Plan
internal import Studies

/// Finds a mistyped command before its arguments are blamed for it.
enum CommandName {
  /// Checks the first word of `arguments` (the program's name is before it).
  ///
  /// - Throws: ``StudyError/usage(_:)`` for a word that is no command.
  static func check(_ arguments: [String]) throws(StudyError) {
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let known = UplandCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    // ArgumentParser adds these itself.
    guard !known.contains(word), !["help", "---completion"].contains(word) else { return }
    let nearest = NameSuggestion.nearest(to: word, among: known)
    throw .usage(
      "there is no command '\(word)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "see upland --help"))
  }
}
