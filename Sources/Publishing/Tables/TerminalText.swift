/// Text as a terminal shows it: measured in cells, one for a letter with all its marks.
enum TerminalText {
  /// The cells that `text` takes: one for each grapheme cluster, so that NFC and NFD measure the
  /// same, two for wide East Asian ones and emoji. O(n).
  static func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The cells of one grapheme cluster.
  static func width(of character: Character) -> Int {
    guard let base = character.unicodeScalars.first else { return 0 }
    if isWide(base) || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch base.properties.generalCategory {
    // A cluster that begins with a mark has no letter of its own to stand on.
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// `text` cut to at most `width` cells, the last of them `…` where something was cut off.
  static func truncated(_ text: String, to width: Int) -> String {
    if self.width(of: text) <= width { return text }
    var kept = ""
    var used = 0
    for character in text {
      let cells = self.width(of: character)
      if used + cells > width - 1 { break }
      kept.append(character)
      used += cells
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `text` in lines of at most `width` cells, broken at spaces and after underscores; a word longer
  /// than a line is broken where the line ends. At least one line, which may be empty.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      var rest = piece
      if self.width(of: line) + self.width(of: trimmed(rest)) > width && !line.isEmpty {
        lines.append(trimmed(line))
        line = ""
      }
      while self.width(of: trimmed(rest)) > width {
        var head = ""
        while let next = rest.first, self.width(of: head) + self.width(of: next) <= width {
          head.append(next)
          rest.removeFirst()
        }
        // A letter wider than the line stands alone.
        if head.isEmpty { head.append(rest.removeFirst()) }
        lines.append(head)
      }
      line += rest
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// The parts of `text` between which a line may end; each keeps the space or underscore after it.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      piece.append(character)
      if character == " " || character == "_" {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// `text` without spaces at its end.
  static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// `text` on one line and without control characters: a name in a file must not steer a terminal.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : "\u{FFFD}"
          case .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }

  /// Wide and full-width by Unicode Standard Annex 11, in blocks.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
