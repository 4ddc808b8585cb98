import GeoModel

/// How long it takes from a village to a place by road.
public struct TravelTime: Sendable, Hashable {
  /// Minutes over roads whose class has a speed; `nil` where none of those leads there.
  public var minutes: Double?
  /// Minutes that it takes at least: what roads without a speed cost is taken as nothing. The same
  /// as ``minutes`` where such roads could save nothing; `nil` where no road leads there at all.
  public var leastMinutes: Double?
  /// Why there is no time.
  public var reason: TravelReason?

  /// Of a village in no unit.
  public static let outsideUnits = TravelTime.none(.outsideUnits)

  static func none(_ reason: TravelReason) -> TravelTime {
    TravelTime(minutes: nil, leastMinutes: nil, reason: reason)
  }
}

/// Why a village has no travel time.
public enum TravelReason: String, Sendable, Hashable, CaseIterable {
  /// It lies in no unit.
  case outsideUnits = "outside_units"
  /// Its unit has no centre.
  case noCentre = "no_centre"
  /// Its source gives no place.
  case noPlace = "no_place"
  /// No road within the limit of it, or of any place that it could travel to.
  case noRoadWithinLimit = "no_road_within_limit"
  /// No such place is on the same connected part of the network.
  case otherComponent = "other_component"
  /// Only over roads whose class has no speed.
  case speedUnknown = "speed_unknown"

  /// Whether it is not known at all how the village stands.
  public var isUnjudged: Bool { self == .outsideUnits || self == .noCentre || self == .noPlace }
}

/// How many of some villages, or of the people in them, are within some times of a place.
public struct TravelTally: Sendable, Hashable {
  /// The times, in minutes, inclusive.
  public static let limits = [30.0, 60]

  /// The villages that were judged.
  public var villages = 0
  /// Those that were not: outside all units, without a centre or a place.
  public var unjudged = 0
  /// Of the judged, those within each of ``limits``.
  public var within = [AccessTally.Interval](
    repeating: AccessTally.Interval(), count: limits.count)
  /// The judged villages of which the time is not known, only that it is over roads without a speed.
  public var withoutSpeed = 0
  /// The people of judged villages whose number is known.
  public var people = 0
  /// Of those, the ones within each of ``limits``.
  public var peopleWithin = [AccessTally.Interval](
    repeating: AccessTally.Interval(), count: limits.count)
  /// The judged villages whose number of people is not known.
  public var withoutPeople = 0

  /// A tally of nothing.
  public init() {}

  /// Adds a village.
  public mutating func add(_ time: TravelTime, people: Int?) {
    guard time.reason?.isUnjudged != true else {
      unjudged += 1
      return
    }
    villages += 1
    if time.reason == .speedUnknown { withoutSpeed += 1 }
    if let people { self.people += people } else { withoutPeople += 1 }
    for (index, limit) in Self.limits.enumerated() {
      let answer: Ternary =
        time.minutes.map { $0 <= limit } == true
        ? .yes : time.leastMinutes.map { $0 <= limit } == true ? .unknown : .no
      within[index].add(1, answer)
      if let people { peopleWithin[index].add(people, answer) }
    }
  }
}
