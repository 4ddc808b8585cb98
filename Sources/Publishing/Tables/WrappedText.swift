/// Running text for a terminal.
public enum WrappedText {
  /// `text` in lines of at most `width` cells, broken at spaces; the first begins after `indent`
  /// spaces, the others two further in. Control characters are taken out. O(n).
  public static func lines(_ text: String, width: Int, indent: Int = 0) -> [String] {
    let first = String(repeating: " ", count: indent)
    let others = first + "  "
    let room = max(width - others.count, 10)
    return TerminalText.wrapped(TerminalText.harmless(text), to: room).enumerated()
      .map { ($0 == 0 ? first : others) + $1 }
  }

  /// `text` as one line, cut to at most `width` cells, the last of them `…` where something was cut
  /// off. Control characters are taken out. O(n).
  public static func line(_ text: String, width: Int) -> String {
    TerminalText.truncated(TerminalText.harmless(text), to: width)
  }
}
