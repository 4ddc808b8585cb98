/// The ending of a file that `-o` names, which tells the form that is wanted.
enum OutputEnding {
  /// What stands behind the last dot of a file's name, in small letters; `nil` for a name without an
  /// ending, standard output and a hidden file.
  static func of(_ path: String) -> String? {
    let parts = (path.split(separator: "/").last ?? "")
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last, !ending.isEmpty,
      parts.count > 2 || parts[0] != ""
    else { return nil }
    return ending.lowercased()
  }
}
