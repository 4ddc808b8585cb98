extension ResettlementSection {
  init?(reading reader: SectionReader) {
    self.init(
      exposure: reader.section("exposure", .exposure).map(ExposureRule.init(reading:)),
      sites: reader.section("sites", .sites).map(SiteRules.init(reading:)),
      hosts: reader.section("hosts", .hosts).flatMap(HostRule.init(reading:)),
      concentrated: reader.section("concentrated", .concentrated)
        .map(ConcentratedRule.init(reading:)),
      maximumMoveKilometres: reader.number("max_move_km", .positive),
      keepsTogether: reader.flag("keep_together") ?? false,
      preferences: reader.section("prefer", .prefer).map(MovePreferences.init(reading:))
        ?? MovePreferences(),
      householdsPerVillage: reader.number("households_per_village", .positive),
      inPlaceSharePercent: reader.section("in_place", .inPlace)
        .flatMap { $0.number("greatest_share_pct", .percent) },
      costPerHouseholdKilometre: reader.number("cost_per_household_km", .positive) ?? 1,
      gapPercent: reader.number("gap_pct", .percent) ?? 0.1,
      sensitivity: reader.section("sensitivity", .sensitivity).map(SensitivityRule.init(reading:))
        ?? SensitivityRule(),
      mark: reader.mark)
  }
}

extension ExposureRule {
  init(reading reader: SectionReader) {
    let known = reader.context.hazards
    let hazards = reader.texts("hazards") ?? []
    for hazard in hazards where !known.contains(hazard.name) {
      reader.context.report(
        hazard.mark, hazard.path, "no hazard is called '\(hazard.name)'",
        reader.context.advice(for: hazard.name, among: known, called: "hazard"))
    }
    self.init(
      hazards: reader.has("hazards") ? hazards.map(\.name) : known,
      withinMetres: reader.number("within_m", .notNegative) ?? 0,
      leastSharePercent: reader.number("least_share_pct", .percent) ?? 5)
  }
}

extension HostRule {
  init?(reading reader: SectionReader) {
    switch reader.only(of: ["room", "share_pct"], required: true) {
    case "room":
      guard let field = reader.field("room") else { return nil }
      self = .room(field)
    case "share_pct":
      guard let share = reader.number("share_pct", .notNegative) else { return nil }
      self = .sharePercent(share)
    default: return nil
    }
  }
}

extension ConcentratedRule {
  init(reading reader: SectionReader) {
    self.init(
      leastHouseholds: reader.integer("least", 1 ... .max),
      greatestHouseholds: reader.integer("greatest", 1 ... .max),
      openingCost: reader.number("opening_cost", .notNegative))
    if let least = leastHouseholds, let greatest = greatestHouseholds, least > greatest {
      reader.report(at: "greatest", "'least' (\(least)) is above 'greatest' (\(greatest))")
    }
  }
}

extension SensitivityRule {
  init(reading reader: SectionReader) {
    let standard = SensitivityRule()
    self.init(
      draws: reader.integer("draws", 0...100_000) ?? standard.draws,
      seed: reader.integer("seed", 0 ... .max) ?? standard.seed,
      top: reader.integer("top", 1...1000) ?? standard.top)
  }
}

extension MovePreferences {
  init(reading reader: SectionReader) {
    let entries = reader.ownEntries("same_field", meant: "a mapping from field to weight,") ?? []
    self.init(
      sameUnit: reader.number("same_unit", .notNegative) ?? 0,
      sameField: entries.compactMap { entry in
        reader.number(entry.value, "same_field", .notNegative).map { weight in
          FieldWeight(
            field: FieldName(name: entry.key, mark: entry.mark, path: reader.path("same_field")),
            weight: weight)
        }
      }, siteScore: reader.number("site_score", .notNegative))
  }
}
