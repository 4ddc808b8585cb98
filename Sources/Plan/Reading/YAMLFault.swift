import Yams

/// What a YAML parser stumbles over, said to somebody who has never read its grammar.
enum YAMLFault {
  /// Reports an error of the parser, in one line at its place.
  static func report(_ error: any Error, of text: String, to context: ReadingContext) {
    switch error {
    case YamlError.scanner(let within, let problem, let mark, _),
      YamlError.parser(let within, let problem, let mark, _):
      let place = SourceMark(mark)
      let (message, advice) = explain(problem, within: within?.text, at: place, in: text)
      let start = within.map { SourceMark($0.mark) }.flatMap { $0 < place ? $0 : nil }
      let since = start.map { " (in what begins at \($0.line):\($0.column))" } ?? ""
      context.report(place, "", message + since, advice)
    case YamlError.composer(_, let problem, let mark, _):
      let (message, advice) = explain(problem, within: nil, at: SourceMark(mark), in: text)
      context.report(SourceMark(mark), "", message, advice)
    case YamlError.reader(_, let offset, let value, let yaml):
      let characters = offset.map { Array(String(yaml.prefix($0)).unicodeScalars) }
      let mark = characters.map { TextPosition.mark(of: $0.count, in: $0) }
      context.report(
        mark, "", "the character U+\(hexadecimal(value)) cannot stand in a YAML file", "delete it")
    default:
      context.report(nil, "", "the file is not YAML: \(error)")
    }
  }

  private static func hexadecimal(_ value: Int32) -> String {
    let digits = String(max(0, value), radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The parser's words, put plainly; others are passed on as they are.
  private static func explain(
    _ problem: String, within: String?, at mark: SourceMark, in text: String
  ) -> (message: String, advice: String?) {
    let scalars = Array(text.unicodeScalars)
    let index = TextPosition.index(of: mark, in: scalars)
    let character = index.map { scalars[$0] }
    switch problem {
    case "found character that cannot start any token":
      if character == "\t" { return ("a tab stands where spaces are meant", "indent with spaces") }
      let name = character.map { "'\(Character($0))'" } ?? "this character"
      return ("a value cannot begin with \(name)", "put the value between quotation marks")
    case "mapping values are not allowed in this context":
      return (
        "a ':' stands where no key can be",
        "check the indent, or put a text that has ': ' in it between quotation marks"
      )
    case "did not find expected ',' or ']'":
      return ("a list '[…]' is not closed, or a comma is missing", "write [one, two]")
    case "did not find expected ',' or '}'":
      return (
        "a mapping '{…}' is not closed, or a comma is missing", "write {key: value, key: value}"
      )
    case "could not find expected ':'":
      return ("a line has no ':' after its key", "write 'key: value'")
    case "did not find expected key", "did not find expected '-' indicator":
      return (
        "this line does not fit the lines above it",
        "indent keys of one section equally; a value that begins with a quotation mark ends with it"
      )
    case "found unexpected end of stream" where within?.contains("quoted scalar") == true:
      return (
        "a text that begins with a quotation mark is not closed", "close it with the same mark"
      )
    case "found undefined alias":
      return (
        "an alias '*…' names nothing above it",
        "put a text that begins with '*' between quotation marks"
      )
    case "but found another document":
      return ("a second document begins here with '---'", "a plan is one document")
    default:
      return ("this is not YAML: \(problem)", nil)
    }
  }
}
