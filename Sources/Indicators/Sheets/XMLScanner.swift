/// Walks over an XML document as spreadsheets hold it: UTF-8, well-formed, without entities of its
/// own. It does not validate.
struct XMLScanner {
  /// What was met.
  enum Token {
    /// An element begins: ``XMLScanner/name`` and its attributes.
    case start
    /// An element ends: ``XMLScanner/name``. One that is empty (`<a/>`) begins and ends.
    case end
    /// Text between tags: ``XMLScanner/text``.
    case text
  }

  /// The element's name without the prefix of its namespace.
  private(set) var name = ""
  /// The text, its references replaced.
  private(set) var text = ""

  /// What the document is called in an error.
  let part: String
  private let bytes: [UInt8]
  private var position = 0
  private var attributes = 0..<0
  private var endsAtOnce = false

  private static let lessThan = UInt8(ascii: "<")
  private static let greaterThan = UInt8(ascii: ">")
  private static let slash = UInt8(ascii: "/")

  init(_ bytes: [UInt8], part: String) {
    self.bytes = bytes
    self.part = part
  }

  /// The next token; `nil` at the end.
  ///
  /// - Throws: ``SheetError/brokenPart(_:)``.
  mutating func next() throws(SheetError) -> Token? {
    if endsAtOnce {
      endsAtOnce = false
      return .end
    }
    while position < bytes.count {
      guard bytes[position] == Self.lessThan else {
        let end = index(of: Self.lessThan, from: position)
        let piece = position..<end
        position = end
        text = try unescaped(piece)
        return .text
      }
      if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        let start = position + 9
        try skip(past: "]]>")
        text = try string(start..<(position - 3))
        return .text
      } else if starts(with: "<?") || starts(with: "<!") {
        try skip(past: ">")
      } else {
        return try tag()
      }
    }
    return nil
  }

  /// The attribute called `name`, with its prefix, of the element that began; `nil` where it has
  /// none.
  func attribute(_ name: StaticString) throws(SheetError) -> String? {
    let wanted = Array(name.description.utf8)
    var at = attributes.lowerBound
    while at < attributes.upperBound {
      while at < attributes.upperBound, isSpace(bytes[at]) { at += 1 }
      let start = at
      while at < attributes.upperBound, bytes[at] != UInt8(ascii: "="), !isSpace(bytes[at]) {
        at += 1
      }
      let isWanted = bytes[start..<at].elementsEqual(wanted)
      while at < attributes.upperBound, bytes[at] != 0x22, bytes[at] != 0x27 { at += 1 }
      guard at < attributes.upperBound else { return nil }
      let end = index(of: bytes[at], from: at + 1)
      if isWanted { return try unescaped((at + 1)..<end) }
      at = end + 1
    }
    return nil
  }

  /// Leaves the element that began, with all that it holds.
  mutating func skipElement() throws(SheetError) {
    var depth = 1
    while depth > 0, let token = try next() {
      switch token {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The text up to the end of the element that began, that of elements in it too.
  mutating func textOfElement() throws(SheetError) -> String {
    var result = ""
    var depth = 1
    while depth > 0, let token = try next() {
      switch token {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: result += text
      }
    }
    return result
  }

  // MARK: Pieces

  private mutating func tag() throws(SheetError) -> Token {
    let isEnd = position + 1 < bytes.count && bytes[position + 1] == Self.slash
    var at = position + (isEnd ? 2 : 1)
    var start = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != Self.greaterThan,
      bytes[at] != Self.slash
    {
      at += 1
      if bytes[at - 1] == UInt8(ascii: ":") { start = at }
    }
    name = try string(start..<at)
    let first = at
    // A quoted value may hold the sign that ends a tag.
    var quote: UInt8?
    while at < bytes.count, quote != nil || bytes[at] != Self.greaterThan {
      if let open = quote {
        if bytes[at] == open { quote = nil }
      } else if bytes[at] == 0x22 || bytes[at] == 0x27 {
        quote = bytes[at]
      }
      at += 1
    }
    guard at < bytes.count else { throw .brokenPart(part) }
    endsAtOnce = !isEnd && bytes[at - 1] == Self.slash
    attributes = first..<(endsAtOnce ? at - 1 : at)
    position = at + 1
    return isEnd ? .end : .start
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func index(of byte: UInt8, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != byte { at += 1 }
    return at
  }

  private func starts(with mark: StaticString) -> Bool {
    mark.withUTF8Buffer { mark in
      bytes.count - position >= mark.count
        && bytes[position..<(position + mark.count)].elementsEqual(mark)
    }
  }

  private mutating func skip(past mark: StaticString) throws(SheetError) {
    while position < bytes.count {
      if starts(with: mark) {
        position += mark.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw .brokenPart(part)
  }

  private func string(_ range: Range<Int>) throws(SheetError) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw .brokenPart(part)
    }
    return text
  }

  private func unescaped(_ range: Range<Int>) throws(SheetError) -> String {
    guard range.upperBound <= bytes.count else { throw .brokenPart(part) }
    guard bytes[range].contains(UInt8(ascii: "&")) else { return try string(range) }
    var result = ""
    var rest = Substring(try string(range))
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard let end = rest.firstIndex(of: ";"), let scalar = Self.reference(rest[..<end]) else {
        throw .brokenPart(part)
      }
      result.unicodeScalars.append(scalar)
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private static func reference(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
      } else {
        nil
      }
    }
  }
}
