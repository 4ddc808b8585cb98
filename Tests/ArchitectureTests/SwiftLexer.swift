/// Cuts a Swift file into ``SwiftToken``s: enough of the language to know code from comments and
/// from literals, nested comments, raw and multi-line strings and code within `\( )` included.
///
/// A bare regular expression `/…/` is taken as one only where an operand may begin and it closes
/// on its line; that is the compiler's own rule of thumb.
struct SwiftLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var tokens: [SwiftToken] = []

  private init(_ source: String) { bytes = Array(source.utf8) }

  static func tokens(of source: String) -> [SwiftToken] {
    var lexer = SwiftLexer(source)
    lexer.readCode(inInterpolation: false)
    return lexer.tokens
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private func starts(with text: StaticString, at offset: Int = 0) -> Bool {
    let wanted = Array(text.description.utf8)
    guard position + offset + wanted.count <= bytes.count else { return false }
    return wanted.indices.allSatisfy { bytes[position + offset + $0] == wanted[$0] }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private var isAfterSpace: Bool {
    guard position > 0 else { return true }
    if tokens.last?.isComment == true { return true }
    return Self.isSpace(bytes[position - 1])
  }

  private mutating func append(
    _ kind: SwiftToken.Kind, from start: Int, to end: Int, line: Int, isAfterSpace: Bool
  ) {
    let text = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    tokens.append(SwiftToken(kind: kind, text: text, line: line, isAfterSpace: isAfterSpace))
  }

  /// Reads to the end, or to the parenthesis that closes an interpolation.
  private mutating func readCode(inInterpolation: Bool) {
    var depth = 0
    while position < bytes.count {
      let current = byte()
      if Self.isSpace(current) {
        advance()
      } else if starts(with: "//") {
        readLineComment()
      } else if starts(with: "/*") {
        readBlockComment()
      } else if let hashes = hashesBeforeLiteral() {
        readLiteral(hashes: hashes)
      } else if current == UInt8(ascii: "/"), let end = endOfBareRegularExpression() {
        append(.string, from: position + 1, to: end, line: line, isAfterSpace: isAfterSpace)
        advance(end + 1 - position)
      } else if Self.isWordByte(current) {
        readWord()
      } else {
        if current == UInt8(ascii: "(") { depth += 1 }
        if current == UInt8(ascii: ")") {
          if inInterpolation && depth == 0 { return advance() }
          depth -= 1
        }
        append(
          .symbol, from: position, to: position + 1, line: line, isAfterSpace: isAfterSpace)
        advance()
      }
    }
  }

  private mutating func readWord() {
    let (start, startLine, spaced) = (position, line, isAfterSpace)
    while position < bytes.count, Self.isWordByte(byte()) { advance() }
    append(.word, from: start, to: position, line: startLine, isAfterSpace: spaced)
  }

  private mutating func readLineComment() {
    let (start, startLine, spaced) = (position, line, isAfterSpace)
    let isDocumentation = starts(with: "///") && !starts(with: "////")
    while position < bytes.count, byte() != UInt8(ascii: "\n") { advance() }
    append(
      isDocumentation ? .documentation : .comment, from: start, to: position, line: startLine,
      isAfterSpace: spaced)
  }

  private mutating func readBlockComment() {
    let (start, startLine, spaced) = (position, line, isAfterSpace)
    let isDocumentation = starts(with: "/**") && !starts(with: "/**/")
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < bytes.count
    append(
      isDocumentation ? .documentation : .comment, from: start, to: position, line: startLine,
      isAfterSpace: spaced)
  }

  // MARK: Literals

  /// The number of `#` before a literal that begins here; `nil` where none begins.
  private func hashesBeforeLiteral() -> Int? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    if byte(hashes) == UInt8(ascii: "\"") { return hashes }
    return hashes > 0 && byte(hashes) == UInt8(ascii: "/") ? hashes : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let (startLine, spaced) = (line, isAfterSpace)
    advance(hashes)
    let isExpression = byte() == UInt8(ascii: "/")
    let isMultiline = !isExpression && starts(with: "\"\"\"")
    let quote = [UInt8](repeating: byte(), count: isMultiline ? 3 : 1)
    advance(quote.count)
    let start = position
    while position < bytes.count, !closes(quote, hashes: hashes) {
      guard byte() == UInt8(ascii: "\\") else {
        advance()
        continue
      }
      // An escape counts only with as many `#` as the quotes have.
      let isEscape = (0..<hashes).allSatisfy { byte(1 + $0) == UInt8(ascii: "#") }
      advance(isEscape ? 1 + hashes : 1)
      guard isEscape else { continue }
      if byte() == UInt8(ascii: "("), !isExpression {
        advance()
        readCode(inInterpolation: true)
      } else {
        advance()
      }
    }
    append(.string, from: start, to: position, line: startLine, isAfterSpace: spaced)
    advance(quote.count + hashes)
  }

  private func closes(_ quote: [UInt8], hashes: Int) -> Bool {
    quote.indices.allSatisfy { byte($0) == quote[$0] }
      && (0..<hashes).allSatisfy { byte(quote.count + $0) == UInt8(ascii: "#") }
  }

  private func endOfBareRegularExpression() -> Int? {
    if let last = tokens.last(where: { !$0.isComment }) {
      let opens = last.kind == .symbol && "(,=:[{&|?".contains(last.text)
      guard opens || ["return", "in", "case"].contains(last.text) else { return nil }
    }
    // `(/)` and `, /)` pass the operator on.
    guard !Self.isSpace(byte(1)), byte(1) != UInt8(ascii: ")") else { return nil }
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == UInt8(ascii: "/") { return end }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
      || byte >= 0x80
  }
}
