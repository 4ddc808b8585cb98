extension Plan {
  /// Whether the file at `path` has a line `language: vi`, also where it is no sound plan: what is
  /// wrong with it is then told in that language. `false` where it cannot be read. O(n).
  public static func statesVietnamese(inFileAt path: String) -> Bool {
    guard let bytes = try? PlanText.bytes(ofFile: path) else { return false }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .contains { line in
        guard line.hasPrefix("language:") else { return false }
        let value = line.dropFirst("language:".count).prefix { $0 != "#" }
        return value.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" } == "vi"
      }
  }
}
