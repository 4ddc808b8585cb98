/// A unit as a table's rows are matched to it.
public struct UnitRecord: Sendable, Hashable {
  /// A unit of a level above.
  public struct Parent: Sendable, Hashable {
    /// Its code; `nil` where it has none.
    public var code: String?
    /// Its name, with or without its type; `nil` where it has none.
    public var name: String?

    /// Makes a parent.
    public init(code: String?, name: String?) {
      self.code = code
      self.name = name
    }
  }

  /// Its place in the caller's own list; it is carried through and never compared.
  public var index: Int
  /// The level: `district`, `commune`, `village`.
  public var level: String
  /// The code as text, leading zeros kept; `nil` where it has none.
  public var code: String?
  /// The short name; `nil` where it has none.
  public var name: String?
  /// The name with its type; `nil` where it has none.
  public var fullName: String?
  /// The units that it belongs to, the nearest level first; empty where none is known.
  public var parents: [Parent]
  /// The date (ISO 8601) from which it exists; `nil` where it is not stated.
  public var validFrom: String?

  /// Makes a unit.
  public init(
    index: Int, level: String, code: String?, name: String?, fullName: String? = nil,
    parents: [Parent] = [], validFrom: String? = nil
  ) {
    self.index = index
    self.level = level
    self.code = code
    self.name = name
    self.fullName = fullName
    self.parents = parents
    self.validFrom = validFrom
  }

  /// What a message calls the unit: its name with type, else its name, else its code.
  public var label: String { fullName ?? name ?? code ?? "#\(index)" }
}

/// A row of a table as it is matched to units.
public struct RowRecord: Sendable, Hashable {
  /// The row's number in its file, as the user finds it there.
  public var row: Int
  /// The code as text; `nil` where the table has none.
  public var code: String?
  /// The name as it stands (decoded); `nil` where the table has none.
  public var name: String?
  /// The name or code of the unit of a level above, from a column or a group's title; `nil` where
  /// none is known.
  public var parent: String?
  /// The type from a column of its own (`Xã`, `TT.`); `nil` where it stands in the name or nowhere.
  public var type: String?
  /// Why the row was set aside before matching (a total, a title); `nil` where it was not.
  public var setAside: String?

  /// Makes a row.
  public init(
    row: Int, code: String? = nil, name: String? = nil, parent: String? = nil,
    type: String? = nil, setAside: String? = nil
  ) {
    self.row = row
    self.code = code
    self.name = name
    self.parent = parent
    self.type = type
    self.setAside = setAside
  }
}
