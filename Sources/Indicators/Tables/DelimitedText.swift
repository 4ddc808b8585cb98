/// Reads delimited text (CSV and its kin) as RFC 4180 describes it, with the separators, comments
/// and line ends that are met in practice.
public enum DelimitedText {
  /// The separators that are looked for, the first preferred where several fit equally well:
  /// Vietnamese files write decimals with a comma and part their fields with a semicolon.
  public static let separators: [Character] = ["\t", ";", "|", ","]

  /// Reads `text`: lines that begin with `#` above the first row are comments; fields may stand in
  /// double quotes, with separators, line ends and doubled quotes inside; lines end in LF, CR LF or
  /// CR; blank lines are left out. Cells are not trimmed.
  ///
  /// - Parameters:
  ///   - text: decoded text without byte order mark.
  ///   - separator: an ASCII character; `nil` to find it (``detectedSeparator(in:)``).
  /// - Throws: ``DelimitedTextError`` where a quote is opened and never closed.
  /// - Complexity: O(n).
  public static func parse(
    _ text: String, separator: Character? = nil
  ) throws(DelimitedTextError) -> RawTable {
    let chosen = separator ?? detectedSeparator(in: text) ?? ","
    var scanner = DelimitedScanner(text, separator: chosen)
    let comments = scanner.skipComments()
    var rows: [RawTable.Row] = []
    while let row = try scanner.nextRow() { rows.append(row) }
    return RawTable(rows: rows, comments: comments, separator: chosen)
  }

  /// The separator that parts the first hundred rows most evenly into more than one field: the one
  /// whose most frequent number of fields most rows have, the first of ``separators`` among equals;
  /// `nil` where none parts anything.
  public static func detectedSeparator(in text: String) -> Character? {
    var best: (separator: Character, rows: Int)?
    for separator in separators {
      var scanner = DelimitedScanner(text, separator: separator)
      _ = scanner.skipComments()
      var counts: [Int: Int] = [:]
      for _ in 0..<100 {
        // A quote left open under one separator says nothing about the others.
        guard let row = try? scanner.nextRow() else { break }
        counts[row.cells.count, default: 0] += 1
      }
      let even = counts.filter { $0.key > 1 }.values.max() ?? 0
      if even > (best?.rows ?? 0) { best = (separator, even) }
    }
    return best?.separator
  }
}

/// Raised when delimited text cannot be read.
public enum DelimitedTextError: Error, Hashable, CustomStringConvertible {
  /// A field opens a quote on this line and never closes it.
  case unterminatedQuote(line: Int)

  /// One line for the user.
  public var description: String {
    switch self {
    case .unterminatedQuote(let line): "line \(line): a quote is opened and never closed"
    }
  }
}

/// Walks over delimited text, a row at a time.
private struct DelimitedScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  init(_ text: String, separator: Character) {
    precondition(separator.asciiValue != nil, "a separator is an ASCII character")
    bytes = Array(text.utf8)
    self.separator = separator.asciiValue ?? 0x2C
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count, isLineEnd(bytes[position]) else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  mutating func skipComments() -> [RawTable.Comment] {
    var comments: [RawTable.Comment] = []
    while position < bytes.count, bytes[position] == 0x23 {
      let start = position + 1
      while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
      let text = NameCleaning.cleaned(String(decoding: bytes[start..<position], as: UTF8.self))
      comments.append(RawTable.Comment(number: line, text: text))
      skipLineEnd()
    }
    return comments
  }

  mutating func nextRow() throws(DelimitedTextError) -> RawTable.Row? {
    while position < bytes.count {
      let number = line
      var cells: [String] = []
      while true {
        cells.append(try nextCell())
        guard position < bytes.count, bytes[position] == separator else { break }
        position += 1
      }
      skipLineEnd()
      if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        return RawTable.Row(number: number, cells: cells)
      }
    }
    return nil
  }

  private mutating func nextCell() throws(DelimitedTextError) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else { return bareText() }
    let opened = line
    position += 1
    var cell: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
          position += 1
          // What follows a closing quote before the separator is kept as it stands.
          return String(decoding: cell, as: UTF8.self) + bareText()
        }
        position += 1
      }
      let isPair =
        byte == Self.carriageReturn && position + 1 < bytes.count
        && bytes[position + 1] == Self.lineFeed
      if isLineEnd(byte) && !isPair { line += 1 }
      cell.append(byte)
      position += 1
    }
    throw DelimitedTextError.unterminatedQuote(line: opened)
  }

  private mutating func bareText() -> String {
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
