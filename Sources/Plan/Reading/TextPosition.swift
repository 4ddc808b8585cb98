/// Lines and columns of a text as a YAML parser counts them.
enum TextPosition {
  /// The index of a place; `nil` where the text has none.
  static func index(of mark: SourceMark, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while line < mark.line, index < scalars.count {
      if endsLine(scalars, at: index) { line += 1 }
      index += 1
    }
    let place = index + mark.column - 1
    return line == mark.line && place < scalars.count ? place : nil
  }

  /// The place of an index.
  static func mark(of index: Int, in scalars: [Unicode.Scalar]) -> SourceMark {
    var mark = SourceMark(line: 1, column: 1)
    for position in 0..<min(index, scalars.count) {
      if endsLine(scalars, at: position) {
        mark.line += 1
        mark.column = 1
      } else {
        mark.column += 1
      }
    }
    return mark
  }

  /// YAML 1.1 breaks lines at LF, CR, CR LF, NEL, LS and PS.
  private static func endsLine(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    case "\r": index + 1 == scalars.count || scalars[index + 1] != "\n"
    default: false
    }
  }
}
