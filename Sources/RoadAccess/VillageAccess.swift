public import GeoModel

/// A village as the network sees it.
public struct NetworkVillage: Sendable, Hashable {
  /// Its place in longitude and latitude; `nil` where its source gives none.
  public var position: Coordinate?
  /// The unit that it lies in, as the caller numbers them from 0; `nil` outside every unit.
  public var unit: Int?

  /// Makes a village.
  public init(position: Coordinate?, unit: Int?) {
    self.position = position
    self.unit = unit
  }
}

/// A centre as the network sees it.
public struct NetworkCentre: Sendable, Hashable {
  /// Its place in longitude and latitude.
  public var position: Coordinate
  /// The unit whose centre it is, as the caller numbers them from 0.
  public var unit: Int

  /// Makes a centre.
  public init(position: Coordinate, unit: Int) {
    self.position = position
    self.unit = unit
  }
}

/// Why a village has no hardened road to its centre, or is not judged.
public enum AccessReason: String, Sendable, Hashable, CaseIterable {
  /// It lies in no unit. Not judged.
  case outsideUnits = "outside_units"
  /// Its unit has no centre. Not judged.
  case noCentre = "no_centre"
  /// Its source gives no place. Not judged.
  case noPlace = "no_place"
  /// No road within the limit of it, or of any centre of its unit.
  case noRoadWithinLimit = "no_road_within_limit"
  /// No centre of its unit is on the same connected part of the network, or none is to be got to along
  /// the directions of one-way roads.
  case otherComponent = "other_component"
  /// The best path goes over metres that are known not to be hardened.
  case surfaceGap = "surface_gap"
}

/// What a village's road to its centre is like.
public struct VillageAccess: Sendable, Hashable {
  /// Whether there is a road at all. Unknown where the village is not judged.
  public var car: Ternary
  /// Whether there is a road for all seasons, by the path that is best in this respect.
  public var allSeason: Ternary
  /// Whether there is a road hardened all the way.
  public var hardened: Ternary
  /// Why not; `nil` where it is hardened, or where nothing but unknown surface leaves it open.
  public var reason: AccessReason?
  /// The distance in metres from the village to its entry into the network; `nil` where it has
  /// none. With `snap: any` the entry of the best path, or the nearest where there is no path.
  public var snap: Double?
  /// The length of the best path in metres, snap legs apart; `nil` where there is none.
  public var path: Double?
  /// The metres of the best path that are known not to be hardened.
  public var gap: Double?
  /// The metres of the best path whose surface is not known.
  public var unknown: Double?
  /// The centre that the best path leads to, an index of the centres given; of several equally
  /// good ones the first.
  public var centre: Int?

  /// What is said of a village that is not judged.
  static func unjudged(_ reason: AccessReason, snap: Double?) -> VillageAccess {
    VillageAccess(
      car: .unknown, allSeason: .unknown, hardened: .unknown, reason: reason, snap: snap)
  }

  /// What is said of a village without any path.
  static func unreached(_ reason: AccessReason, snap: Double?) -> VillageAccess {
    VillageAccess(car: .no, allSeason: .no, hardened: .no, reason: reason, snap: snap)
  }

  init(
    car: Ternary, allSeason: Ternary, hardened: Ternary, reason: AccessReason?, snap: Double?,
    path: Double? = nil, gap: Double? = nil, unknown: Double? = nil, centre: Int? = nil
  ) {
    self.car = car
    self.allSeason = allSeason
    self.hardened = hardened
    self.reason = reason
    self.snap = snap
    self.path = path
    self.gap = gap
    self.unknown = unknown
    self.centre = centre
  }
}
