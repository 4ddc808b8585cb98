/// One way to read a name: a type, or none, and the core that is left.
struct NameReading: Hashable {
  var type: UnitType?
  var exact: String
  var orthographic: String
  var isNumbered: Bool

  /// The readings of a name: with its type split off, and as it stands without one, because what
  /// looks like a type may belong to the name (Làng Măng beside Thôn Làng Măng).
  static func readings(of name: FoldedName, type declared: UnitType?) -> [NameReading] {
    let split = NameReading(
      type: name.type ?? declared, exact: name.exact, orthographic: name.orthographic,
      isNumbered: name.isNumbered)
    guard name.type != nil else { return [split] }
    let words = Orthography.words(NameLetter.lowercased(name.whole)[...])
    let whole = NameReading(
      type: declared, exact: name.whole, orthographic: Orthography.text(words),
      isNumbered: false)
    return [split, whole]
  }
}

/// A row's or unit's name and all that is compared of it.
struct ReadName {
  var folded: FoldedName
  var readings: [NameReading]

  init(_ name: String, type: String?, level: String) {
    self.init(FoldedName(name, settlements: level == "village"), type: type, level: level)
  }

  /// Takes a name that was folded for the units of `level`.
  init(_ name: FoldedName, type: String?, level: String) {
    folded = name
    // A type alone is read by setting a name behind it.
    let declared = type.flatMap { FoldedName($0 + " a", settlements: level == "village").type }
    readings = NameReading.readings(of: folded, type: declared)
  }

  /// The type, from the name or its own column.
  var type: UnitType? { readings.first?.type }
}

/// How far two types agree.
enum TypeAgreement {
  case same
  case unknown
  case conflict

  init(_ row: NameReading, _ unit: NameReading, level: String) {
    if let rowType = row.type, let unitType = unit.type {
      self = rowType == unitType ? .same : .conflict
    } else if let rowType = row.type, !rowType.isPossible(at: level) {
      self = .conflict
    } else if row.isNumbered && row.type == nil && unit.type != nil {
      // A bare number is as likely an ordinal: "1" is not Phường 1.
      self = .conflict
    } else {
      self = .unknown
    }
  }
}
