/// How the cells of an XLSX file show their numbers, by the number of their style.
struct XLSXStyles {
  private var formats: [SheetNumber.Format] = []

  /// The formats of a file without styles: numbers.
  init() {}

  /// Reads what `scanner` begins with, the part of the styles.
  init(_ scanner: XMLScanner) throws(SheetError) {
    var scanner = scanner
    var codes: [Int: String] = [:]
    var isInCells = false
    while let token = try scanner.next() {
      if case .text = token { continue }
      switch (scanner.name, token) {
      case ("cellXfs", _):
        if case .start = token { isInCells = true } else { isInCells = false }
      case ("numFmt", .start):
        if let id = try scanner.attribute("numFmtId").flatMap({ Int($0) }) {
          codes[id] = try scanner.attribute("formatCode")
        }
      case ("xf", .start) where isInCells:
        let id = try scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(Self.format(id, code: codes[id]))
      default: break
      }
    }
  }

  /// The format of style `index`; a number's where there is no such style.
  func format(_ index: Int) -> SheetNumber.Format {
    formats.indices.contains(index) ? formats[index] : .plain
  }

  /// The format of number `id`. Those below 164 are fixed by ECMA-376 (part 1, 18.8.30); the others
  /// have a code.
  static func format(_ id: Int, code: String?) -> SheetNumber.Format {
    if let code { return format(code: code) }
    switch id {
    case 9, 10: return .percent
    case 14...22, 27...36, 45...47, 50...58: return .date
    default: return .plain
    }
  }

  /// What the first section of a format's code says: what stands in quotation marks, brackets or
  /// behind a backslash is shown as it is.
  static func format(code: String) -> SheetNumber.Format {
    var plain = ""
    var closing: Character?
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if character == end { closing = nil }
      } else if character == ";" {
        break
      } else if "\\_*".contains(character) {
        isEscaped = true
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else {
        plain.append(character)
      }
    }
    if plain.contains("%") { return .percent }
    if plain.count > 1, plain.allSatisfy({ $0 == "0" }) { return .padded(plain.count) }
    let lower = plain.lowercased()
    if lower != "general", lower.contains(where: { "dmyhs".contains($0) }) { return .date }
    return .plain
  }
}
