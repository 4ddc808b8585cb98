/// A piece of HTML in which every text is escaped, so that no name of a place can become markup.
public indirect enum HTMLNode: Sendable, Hashable {
  /// Text; `&`, `<`, `>` and quotation marks are escaped.
  case text(String)
  /// An element with attributes, whose values are escaped, and content.
  case element(String, [HTMLAttribute], [HTMLNode])

  /// An element with a class or none.
  public static func of(
    _ name: String, class style: String? = nil, _ attributes: [HTMLAttribute] = [],
    _ content: [HTMLNode] = []
  ) -> HTMLNode {
    .element(name, (style.map { [HTMLAttribute("class", $0)] } ?? []) + attributes, content)
  }

  /// An element that holds nothing but text.
  public static func of(
    _ name: String, class style: String? = nil, _ attributes: [HTMLAttribute] = [], text: String
  ) -> HTMLNode {
    of(name, class: style, attributes, [.text(text)])
  }

  /// The elements of HTML that have no content and no end.
  private static let voidNames: Set = ["br", "col", "hr", "img", "input", "meta", "wbr"]

  /// The markup, UTF-8.
  func append(to buffer: inout ByteBuffer) {
    switch self {
    case .text(let text): buffer.append(htmlText: text)
    case .element(let name, let attributes, let content):
      buffer.append("<")
      buffer.append(name)
      for attribute in attributes {
        buffer.append(" ")
        buffer.append(attribute.name)
        buffer.append("=\"")
        buffer.append(htmlText: attribute.value)
        buffer.append("\"")
      }
      buffer.append(">")
      guard !Self.voidNames.contains(name) else { return }
      for node in content { node.append(to: &buffer) }
      buffer.append("</")
      buffer.append(name)
      buffer.append(">")
    }
  }

  /// The markup of several pieces.
  static func markup(_ nodes: [HTMLNode]) -> [UInt8] {
    var buffer = ByteBuffer()
    for node in nodes {
      node.append(to: &buffer)
      buffer.append("\n")
    }
    return buffer.bytes
  }
}

/// A named value of an element.
public struct HTMLAttribute: Sendable, Hashable {
  /// The name; not escaped, so never out of data.
  public var name: String
  /// The value.
  public var value: String

  /// Makes an attribute.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension ByteBuffer {
  /// Appends `text` as it may stand in an element and in a quoted attribute.
  mutating func append(htmlText text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      case 0: append("\u{FFFD}")
      default: append(byte)
      }
    }
  }
}
