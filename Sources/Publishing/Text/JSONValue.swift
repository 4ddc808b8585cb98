public import GeoModel

/// A JSON value whose objects keep the order of their members, so that the same content gives the
/// same bytes.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with at most so many decimals (0 … 15); one that is not finite is written `null`.
  case decimal(Double, decimals: Int)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object; names should differ.
  case object([JSONMember])

  /// A text, or `null`.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// The value of a property.
  public init(_ value: PropertyValue) {
    switch value {
    case .null: self = .null
    case .flag(let flag): self = .flag(flag)
    case .integer(let number): self = .integer(number)
    case .real(let number, let decimals): self = .decimal(number, decimals: decimals)
    case .text(let text): self = .text(text)
    case .list(let texts): self = .list(texts.map(JSONValue.text))
    }
  }

  /// An object of properties, in their order.
  public init(_ properties: [Property]) {
    self = .object(properties.map { JSONMember($0.name, JSONValue($0.value)) })
  }
}

/// A member of an object.
public struct JSONMember: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// Makes a member.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  /// An object of members, in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }

  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  /// A string.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}
