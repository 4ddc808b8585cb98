extension JSONValue {
  /// The value as UTF-8, indented by two spaces a level, members in their order, a newline at the
  /// end. The same value gives the same bytes.
  public func bytes() -> [UInt8] {
    var buffer = ByteBuffer()
    write(to: &buffer, depth: 0)
    buffer.append(UInt8(ascii: "\n"))
    return buffer.bytes
  }

  /// ``bytes()`` as text.
  public func text() -> String { String(decoding: bytes(), as: UTF8.self) }

  private func write(to buffer: inout ByteBuffer, depth: Int) {
    switch self {
    case .null: buffer.append("null")
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .integer(let number): buffer.append(number)
    case .decimal(let number, let decimals):
      if number.isFinite {
        buffer.append(number, decimals: decimals)
      } else {
        buffer.append("null")
      }
    case .text(let text): buffer.append(jsonString: text)
    case .list(let values):
      JSONValue.write(values, between: ("[", "]"), to: &buffer, depth: depth) { value, buffer in
        value.write(to: &buffer, depth: depth + 1)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), to: &buffer, depth: depth) { member, buffer in
        buffer.append(jsonString: member.name)
        buffer.append(": ")
        member.value.write(to: &buffer, depth: depth + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to buffer: inout ByteBuffer,
    depth: Int, body: (Element, inout ByteBuffer) -> Void
  ) {
    buffer.append(brackets.0)
    for (index, element) in elements.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      buffer.append(String(repeating: "  ", count: depth + 1))
      body(element, &buffer)
    }
    if !elements.isEmpty {
      buffer.append("\n")
      buffer.append(String(repeating: "  ", count: depth))
    }
    buffer.append(brackets.1)
  }
}
