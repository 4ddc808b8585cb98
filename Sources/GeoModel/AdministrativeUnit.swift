/// One administrative unit of one level, as the study counts in it.
public struct AdministrativeUnit: Sendable, Hashable {
  /// The level's name: `district`, `commune`.
  public var level: String
  /// The code as text, leading zeros kept; `nil` where the source has none.
  public var code: String?
  /// The short name; `nil` where the source has none.
  public var name: String?
  /// The name with its type (`Xã Ba Tơ`); `nil` where the plan names no such field.
  public var fullName: String?
  /// The code of the unit of the level above that it belongs to; `nil` at the first level or where
  /// it lies in none.
  public var parentCode: String?
  /// The areas in longitude and latitude (WGS 84); empty where the feature has none.
  public var polygons: [Polygon]
  /// The geodesic area in **square metres** with the edges as the polygons have them.
  public var area: Double
  /// The area that the source declares, in **square metres**; `nil` where it declares none.
  public var declaredArea: Double?
  /// What names the unit in a message where it has no code: its feature number in the source.
  public var sourceFeature: String

  /// Makes a unit.
  public init(
    level: String, code: String?, name: String?, fullName: String? = nil,
    parentCode: String? = nil, polygons: [Polygon], area: Double, declaredArea: Double? = nil,
    sourceFeature: String
  ) {
    self.level = level
    self.code = code
    self.name = name
    self.fullName = fullName
    self.parentCode = parentCode
    self.polygons = polygons
    self.area = area
    self.declaredArea = declaredArea
    self.sourceFeature = sourceFeature
  }

  /// What a message calls the unit: its code, else (also where it is empty) its number in the
  /// source.
  public var label: String { code.flatMap { $0.isEmpty ? nil : $0 } ?? sourceFeature }
}

/// One village (thôn) as the study counts it.
public struct Village: Sendable, Hashable {
  /// The code as text; `nil` where the source has none.
  public var code: String?
  /// The name; `nil` where the source has none.
  public var name: String?
  /// The position in longitude and latitude (of an area its representative point); `nil` where the
  /// source gives none.
  public var position: Coordinate?
  /// The areas, where the source gives areas; else empty.
  public var polygons: [Polygon]
  /// The code of the unit that the source says it belongs to; `nil` where the plan names no field.
  public var declaredUnit: String?
  /// The code of its unit of the finest level: the declared one, else the one that holds its
  /// position; `nil` where there is none.
  public var unit: String?
  /// The number of households; `nil` where it is not known.
  public var households: Int?
  /// The number of people; `nil` where it is not known.
  public var population: Int?
  /// What names the village in a message where it has no code: its feature number in the source.
  public var sourceFeature: String

  /// Makes a village.
  public init(
    code: String?, name: String?, position: Coordinate?, polygons: [Polygon] = [],
    declaredUnit: String? = nil, unit: String? = nil, households: Int? = nil,
    population: Int? = nil, sourceFeature: String
  ) {
    self.code = code
    self.name = name
    self.position = position
    self.polygons = polygons
    self.declaredUnit = declaredUnit
    self.unit = unit
    self.households = households
    self.population = population
    self.sourceFeature = sourceFeature
  }

  /// What a message calls the village: its code, else (also where it is empty) its number in the
  /// source.
  public var label: String { code.flatMap { $0.isEmpty ? nil : $0 } ?? sourceFeature }
}
