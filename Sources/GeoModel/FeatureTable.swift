/// One column of a table, a value or nothing for each row.
public enum Column: Sendable, Hashable {
  /// Text as the file holds it, after decoding; leading zeros and spaces are kept.
  case text([String?])
  /// Whole numbers.
  case integer([Int64?])
  /// Real numbers; never NaN (nothing stands for it).
  case real([Double?])

  /// The number of rows.
  public var count: Int {
    switch self {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .real(let values): values.count
    }
  }

  /// The value in `row` as text: whole numbers without a decimal point, reals in the shortest
  /// form that reads back to the same number; `nil` where there is none.
  public func text(at row: Int) -> String? {
    switch self {
    case .text(let values): return values[row]
    case .integer(let values): return values[row].map(String.init)
    case .real(let values):
      guard let value = values[row] else { return nil }
      if let whole = Int64(exactly: value) { return String(whole) }
      return String(value)
    }
  }

  /// The value in `row` as a number; `nil` where there is none, or where it is text that is not a
  /// plain decimal number (digits, sign, decimal point, exponent; neither spaces nor `0x1A`).
  public func number(at row: Int) -> Double? {
    switch self {
    case .text(let values): return values[row].flatMap(Self.decimalNumber)
    case .integer(let values): return values[row].map(Double.init)
    case .real(let values): return values[row]
    }
  }

  /// Swift reads `0x1A` as 26 and `inf` as infinity; a table's cell means neither.
  private static func decimalNumber(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return text.utf8.contains { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") } ? nil : value
  }
}

/// Features as columns: what a vector source holds once it is read.
///
/// `identifiers`, `geometries` and every column have one entry a feature, in the order of the file.
public struct FeatureTable: Sendable {
  /// The layer's name in its source.
  public var name: String
  /// The names of the columns, in the order of the file.
  public var fields: [String]
  /// The columns, parallel to ``fields``.
  public var columns: [Column]
  /// The feature numbers that the source gives; they name a feature in a message.
  public var identifiers: [Int64]
  /// The geometries; nothing where the feature has none.
  public var geometries: [Geometry?]

  /// Makes a table; the columns must be as long as `identifiers` and `geometries`.
  public init(
    name: String, fields: [String], columns: [Column], identifiers: [Int64],
    geometries: [Geometry?]
  ) {
    precondition(fields.count == columns.count && identifiers.count == geometries.count)
    precondition(columns.allSatisfy { $0.count == identifiers.count })
    self.name = name
    self.fields = fields
    self.columns = columns
    self.identifiers = identifiers
    self.geometries = geometries
  }

  /// The number of features.
  public var count: Int { identifiers.count }

  /// The column called `field`, letter for letter; `nil` where there is none.
  public func column(_ field: String) -> Column? {
    fields.firstIndex(of: field).map { columns[$0] }
  }
}
