internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// What is said of the roads of one unit, or of the whole study, as properties.
struct RoadAccessFigures {
  /// What was found of it.
  struct Unit {
    /// In square metres.
    var area: Double
    var villages: UnitAccess?
    var lengths: SurfaceLengths
    var people: RuralPopulation.Unit?
    var travel: [(name: String, tally: TravelTally)]
  }

  /// Whether the plan names centres; without them no village is judged.
  let hasCentres: Bool
  /// Whether the plan leaves urban areas out.
  let countsUrban: Bool

  /// The properties, in the order of the layer.
  func properties(_ unit: Unit) -> [Property] {
    var properties: [Property] = []
    if let villages = unit.villages {
      properties += counts(villages) + households(villages) + near(villages)
    }
    properties += lengths(unit)
    if let people = unit.people {
      properties += ruralAccess(people)
    } else if let villages = unit.villages {
      properties += ruralAccess(villages)
    }
    for travel in unit.travel { properties += times(travel.name, travel.tally) }
    return properties
  }

  /// A length in kilometres; in whole micrometres, so that parts add up.
  static func kilometres(_ length: Micrometres) -> PropertyValue {
    .real(Double(length) / 1e9, decimals: 9)
  }

  // MARK: Villages

  private func counts(_ villages: UnitAccess) -> [Property] {
    let tally = villages.villages
    return [
      Property("villages", .integer(tally.judged)),
      Property("villages_unjudged", .integer(villages.unjudged)),
      Property("car", .integer(tally.car)),
      Property("all_season_low", .integer(tally.allSeason.low)),
      Property("all_season_high", .integer(tally.allSeason.high)),
      Property("hardened_low", .integer(tally.hardened.low)),
      Property("hardened_high", .integer(tally.hardened.high)),
    ]
      + share(
        "hardened_pct", tally.hardened, of: tally.judged,
        reason: tally.judged > 0 ? nil : noVillage(villages))
  }

  private func noVillage(_ villages: UnitAccess) -> String {
    guard hasCentres else { return "no_centres" }
    return villages.unjudged > 0 ? "no_village_judged" : "no_villages"
  }

  private func households(_ villages: UnitAccess) -> [Property] {
    let tally = villages.households
    // Of no household is anything known where no village tells its own.
    let isKnown = villages.villages.judged > villages.withoutHouseholds
    let reason =
      villages.villages.judged == 0
      ? noVillage(villages) : isKnown ? nil : "households_unknown"
    func number(_ count: Int) -> PropertyValue { isKnown ? .integer(count) : .null }
    return [
      Property("households", number(tally.judged)),
      Property("households_reason", .optionalText(reason)),
      Property("villages_without_households", .integer(villages.withoutHouseholds)),
      Property("households_car", number(tally.car)),
      Property("households_all_season_low", number(tally.allSeason.low)),
      Property("households_all_season_high", number(tally.allSeason.high)),
      Property("households_hardened_low", number(tally.hardened.low)),
      Property("households_hardened_high", number(tally.hardened.high)),
    ]
      + share(
        "households_hardened_pct", tally.hardened, of: tally.judged,
        reason: tally.judged > 0 ? nil : reason ?? "no_households")
  }

  private func near(_ villages: UnitAccess) -> [Property] {
    [
      Property("villages_near_road_low", .integer(villages.near.low)),
      Property("villages_near_road_high", .integer(villages.near.high)),
      Property("villages_without_place", .integer(villages.withoutPlace)),
    ]
  }

  // MARK: Roads

  private func lengths(_ unit: Unit) -> [Property] {
    let all = Double(unit.lengths.all) / 1e9
    return [
      Property("hardened_km", Self.kilometres(unit.lengths.hardened)),
      Property("unhardened_km", Self.kilometres(unit.lengths.unhardened)),
      Property("unknown_km", Self.kilometres(unit.lengths.unknown)),
      Property("roads_km", Self.kilometres(unit.lengths.all)),
      Property(
        "density_km_km2",
        unit.area > 0 ? .real(all / (unit.area / 1e6), decimals: 9) : .null),
    ]
  }

  // MARK: Rural Access Index

  private func ruralAccess(_ people: RuralPopulation.Unit) -> [Property] {
    let rural = people.rural
    let known = rural.knownShare ?? 0
    let reason = rural.all > 0 ? nil : known > 0 ? "no_rural_people" : "population_unknown"
    func amount(_ value: Double) -> PropertyValue {
      reason == "population_unknown" ? .null : .real(value, decimals: 6)
    }
    func percent(_ value: Double) -> PropertyValue {
      .percent(rural.all > 0 ? min(100, 100 * value / rural.all) : nil)
    }
    var properties = [
      Property("rai_source", .text("raster")), Property("rural_population", amount(rural.all)),
    ]
    if countsUrban {
      properties.append(
        Property("urban_population", .real(max(0, people.people.all - rural.all), decimals: 6)))
    }
    return properties + [
      Property("rural_population_served_low", amount(rural.surely)),
      Property("rural_population_served_high", amount(rural.surely + rural.perhaps)),
      Property("rai_pct_low", percent(rural.surely)),
      Property("rai_pct_high", percent(rural.surely + rural.perhaps)),
      Property("rai_pct_reason", .optionalText(reason)),
      Property("population_known_pct", .percent(rural.knownShare.map { 100 * $0 })),
    ]
  }

  private func ruralAccess(_ villages: UnitAccess) -> [Property] {
    let isKnown = villages.placed > villages.withoutPeople
    let reason =
      villages.people > 0
      ? nil
      : villages.placed == 0 ? "no_villages" : isKnown ? "no_rural_people" : "population_unknown"
    func number(_ count: Int) -> PropertyValue { isKnown ? .integer(count) : .null }
    return [
      Property("rai_source", .text("villages")),
      Property("rural_population", number(villages.people)),
      Property("rural_population_served_low", number(villages.peopleNear.low)),
      Property("rural_population_served_high", number(villages.peopleNear.high)),
    ]
      + share("rai_pct", villages.peopleNear, of: villages.people, reason: reason) + [
        Property("villages_without_population", .integer(villages.withoutPeople))
      ]
  }

  // MARK: Travel times

  private func times(_ name: String, _ tally: TravelTally) -> [Property] {
    var properties = [
      Property("\(name)_villages", .integer(tally.villages)),
      Property("\(name)_villages_unjudged", .integer(tally.unjudged)),
      Property("\(name)_villages_without_speed", .integer(tally.withoutSpeed)),
      Property("\(name)_villages_without_population", .integer(tally.withoutPeople)),
    ]
    let noVillage = tally.unjudged > 0 ? "no_village_judged" : "no_villages"
    let noPeople =
      tally.villages == 0
      ? noVillage : tally.withoutPeople == tally.villages ? "population_unknown" : "no_people"
    for (index, limit) in TravelTally.limits.enumerated() {
      let stem = "\(name)_\(Int(limit))min"
      let (villages, people) = (tally.within[index], tally.peopleWithin[index])
      properties += [
        Property("\(stem)_low", .integer(villages.low)),
        Property("\(stem)_high", .integer(villages.high)),
      ]
      properties += share(
        "\(stem)_pct", villages, of: tally.villages, reason: tally.villages > 0 ? nil : noVillage)
      properties += share(
        "\(stem)_population_pct", people, of: tally.people,
        reason: tally.people > 0 ? nil : noPeople)
    }
    return properties
  }

  /// A share as interval, and the reason where there is none.
  private func share(
    _ stem: String, _ count: AccessTally.Interval, of whole: Int, reason: String?
  ) -> [Property] {
    [
      Property("\(stem)_low", .percent(AccessTally.percent(count.low, of: whole))),
      Property("\(stem)_high", .percent(AccessTally.percent(count.high, of: whole))),
      Property("\(stem)_reason", .optionalText(reason)),
    ]
  }
}
