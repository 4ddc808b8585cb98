/// Raised when a spreadsheet cannot be read.
public enum SheetError: Error, Hashable, CustomStringConvertible {
  /// A part that every such file has is missing or cannot be read.
  case missingPart(String)
  /// A part is no XML that can be read.
  case brokenPart(String)
  /// There is no sheet of this name; what there is.
  case noSheet(String, found: [String])
  /// Several sheets have cells and none is named; what there is.
  case severalSheets([String])

  /// One line for the user.
  public var description: String {
    switch self {
    case .missingPart(let part): "the file has no part '\(part)' that can be read"
    case .brokenPart(let part): "the file's part '\(part)' is broken"
    case .noSheet(let name, let found):
      "there is no sheet '\(name)'; it has \(found.joined(separator: ", "))"
    case .severalSheets(let found):
      "it has several sheets: \(found.joined(separator: ", ")); name one with 'layer'"
    }
  }
}
