public import GeoAlgorithms
import GeoModel

/// A village as the counts of a unit see it.
public struct CountedVillage: Sendable, Hashable {
  /// The unit that it is counted in, an index; `nil` where it lies in none.
  public var unit: Int?
  /// Its households; `nil` where they are not known.
  public var households: Int?
  /// Its people; `nil` where they are not known.
  public var people: Int?
  /// Its road to the centre; `nil` where the plan has no centres to judge by.
  public var access: VillageAccess?
  /// Whether it lies near an all-season road; `nil` where it has no place.
  public var reach: Reach?

  /// Makes a village.
  public init(
    unit: Int?, households: Int?, people: Int?, access: VillageAccess?, reach: Reach?
  ) {
    self.unit = unit
    self.households = households
    self.people = people
    self.access = access
    self.reach = reach
  }
}

/// What the villages of a unit add up to.
public struct UnitAccess: Sendable, Hashable {
  /// The villages with a unit and a centre.
  public var villages = AccessTally()
  /// The villages that could not be judged: outside all units, in a unit without a centre, or
  /// without a place.
  public var unjudged = 0
  /// The households of judged villages whose number is known.
  public var households = AccessTally()
  /// The judged villages whose number of households is not known: their households are in no count.
  public var withoutHouseholds = 0

  /// The villages with a place.
  public var placed = 0
  /// Of those, the ones near an all-season road.
  public var near = AccessTally.Interval()
  /// The people of villages with a place whose number is known.
  public var people = 0
  /// Of those, the ones in villages near an all-season road.
  public var peopleNear = AccessTally.Interval()
  /// The villages with a place whose number of people is not known.
  public var withoutPeople = 0
  /// The villages without a place.
  public var withoutPlace = 0

  /// Of no village.
  public init() {}

  /// Adds a village.
  public mutating func add(_ village: CountedVillage) {
    addAccess(of: village)
    guard let reach = village.reach else {
      withoutPlace += 1
      return
    }
    let isNear: Ternary = reach == .surely ? .yes : reach == .perhaps ? .unknown : .no
    placed += 1
    near.add(1, isNear)
    if let people = village.people {
      self.people += people
      peopleNear.add(people, isNear)
    } else {
      withoutPeople += 1
    }
  }

  private mutating func addAccess(of village: CountedVillage) {
    guard let access = village.access, access.car != .unknown else {
      unjudged += 1
      return
    }
    villages.add(1, access)
    if let households = village.households {
      self.households.add(households, access)
    } else {
      withoutHouseholds += 1
    }
  }

  /// The counts of `count` units, and of all villages together, those in no unit included.
  public static func tally(
    _ villages: [CountedVillage], units count: Int
  ) -> (units: [UnitAccess], study: UnitAccess) {
    var units = [UnitAccess](repeating: UnitAccess(), count: count)
    var study = UnitAccess()
    for village in villages {
      study.add(village)
      if let unit = village.unit { units[unit].add(village) }
    }
    return (units, study)
  }
}
