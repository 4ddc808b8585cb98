extension JSONValue {
  /// The value in as few bytes as may be, fit to stand in a `script` element of HTML: no `<`, so neither
  /// an end of the element nor the beginning of a comment can occur in it.
  func scriptBytes() -> [UInt8] {
    var buffer = ByteBuffer()
    writeCompactly(to: &buffer)
    guard buffer.bytes.contains(UInt8(ascii: "<")) else { return buffer.bytes }
    // Only strings can hold one.
    return buffer.bytes.flatMap { byte in
      byte == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [byte]
    }
  }

  private func writeCompactly(to buffer: inout ByteBuffer) {
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
      buffer.append("[")
      for (index, value) in values.enumerated() {
        if index > 0 { buffer.append(",") }
        value.writeCompactly(to: &buffer)
      }
      buffer.append("]")
    case .object(let members):
      buffer.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.append(jsonString: member.name)
        buffer.append(":")
        member.value.writeCompactly(to: &buffer)
      }
      buffer.append("}")
    }
  }
}
