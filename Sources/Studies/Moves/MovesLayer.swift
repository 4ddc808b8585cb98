internal import GeoModel
internal import Plan
internal import Resettlement

/// Turns moves into layers.
struct MovesLayer {
  let study: Study
  let section: ResettlementSection
  let villages: [ExposedVillage]
  let result: MovesStudy.Result

  /// The names of the layers.
  static let name = "resettlement-moves"
  static let balanceName = "resettlement-before-after"

  /// A move that is made.
  private struct Made {
    var mover: Int
    var place: MovePlace
    var households: Int
    var candidate: MovesStudy.Candidate
  }

  private var made: [Made] {
    zip(result.problem.moves, zip(result.allocation.moved, result.candidates)).compactMap {
      move, found in
      found.0 > 0
        ? Made(
          mover: move.village, place: result.places[move.destination], households: found.0,
          candidate: found.1) : nil
    }
  }

  /// A line a move from a village to a place, by village and then by place; those out of the units
  /// `codes` where given.
  func layer(in codes: Set<String>? = nil) -> Layer {
    let keys = study.villageKeys
    let features = made.filter { move in
      let unit = villages[result.movers[move.mover].village].village.unit
      return codes.map { unit.map($0.contains) ?? false } ?? true
    }.map { move in
      let index = result.movers[move.mover].village
      let village = villages[index].village
      return LayerFeature(
        identifier: "move/\(keys[index])/\(move.place.name)",
        geometry: village.position.map { .lineString([$0, move.place.position]) },
        properties: [
          Property("from", .text(keys[index])), Property("from_name", .optionalText(village.name)),
          Property("from_unit", .optionalText(village.unit)),
          Property("to", .text(move.place.name)),
          Property("to_name", .optionalText(name(of: move.place))),
          Property("to_unit", .optionalText(move.place.unit)),
          Property("households", .integer(move.households)),
          Property("move_m", .metres(move.candidate.distance.metres)),
          Property("distance_by", .text(move.candidate.distance.isByRoad ? "road" : "straight")),
          Property("form", .text(move.place.form.rawValue)),
          Property("same_unit", .flag(move.candidate.isSameUnit)),
        ])
    }
    return Layer(name: Self.name, features: features, studyTotals: totals)
  }

  private func name(of place: MovePlace) -> String? {
    if case .village(let index) = place.kind { return villages[index].village.name }
    return nil
  }

  /// The sums of the study, and how good the proposal is proven to be.
  var totals: [Property] {
    let allocation = result.allocation
    func households(_ form: ResettlementForm) -> Int {
      made.filter { $0.place.form == form }.reduce(0) { $0 + $1.households }
    }
    let moved = allocation.moved.reduce(0, +)
    let inPlace = result.inPlace.reduce(0) { $0 + $1.households }
    let opened = Set(made.filter { $0.place.form == .concentrated }.map(\.place.name)).count
    let way = made.reduce(0.0) { $0 + Double($1.households) * $1.candidate.distance.metres }
    return [
      Property("level", .text("study")),
      Property(
        "households_exposed",
        result.unknown.isEmpty
          ? .integer(moved + inPlace + allocation.short.reduce(0, +)) : .null),
      Property(
        "households_exposed_reason",
        .optionalText(result.unknown.map(\.reason).min())),
      Property("households_in_place", .integer(inPlace)),
      Property("households_moved", .integer(moved)),
      Property("households_received", .integer(allocation.received(result.problem).reduce(0, +))),
      Property("households_concentrated", .integer(households(.concentrated))),
      Property("households_interspersed", .integer(households(.interspersed))),
      Property("households_short", .integer(allocation.short.reduce(0, +))),
      Property("short_proven", .flag(allocation.provesShortage && result.isRoomKnown)),
      Property("villages_unknown", .integer(result.unknown.count)),
      Property("sites_opened", .integer(opened)),
      Property("mean_move_m", .metres(moved > 0 ? way / Double(moved) : nil)),
      Property("cost_household_km", .real(Double(allocation.cost) / 1000, decimals: 3)),
      Property("bound_household_km", .real(allocation.bound / 1000, decimals: 3)),
      Property("gap_pct", .percent(100 * allocation.gap)),
    ]
  }

  /// The villages for which there is no room, with the number of households left over.
  var shortages: [(village: String, households: Int)] {
    zip(result.movers, result.allocation.short).filter { $0.1 > 0 }.map { mover, count in
      let village = villages[mover.village].village
      return (village.name ?? village.label, count)
    }
  }

  /// The households that each site receives, parallel to `count` sites.
  func received(sites count: Int) -> [Int] {
    var received = [Int](repeating: 0, count: count)
    for move in made {
      if case .site(let site) = move.place.kind { received[site] += move.households }
    }
    return received
  }

  // MARK: Villages

  /// What is proposed for each village of the study.
  func proposals() -> [ResettlementVillagesLayer.Proposal] {
    var proposals = [ResettlementVillagesLayer.Proposal](
      repeating: ResettlementVillagesLayer.Proposal(), count: villages.count)
    for entry in result.inPlace {
      proposals[entry.village].form = ResettlementForm.inPlace.rawValue
      proposals[entry.village].move = 0
      proposals[entry.village].reason = "stays_in_place"
    }
    for entry in result.unknown { proposals[entry.village].reason = entry.reason }
    for (mover, short) in zip(result.movers, result.allocation.short) where short > 0 {
      proposals[mover.village].reason = "no_room"
    }
    for (mover, moves) in Dictionary(grouping: made, by: \.mover) {
      let own = moves.sorted {
        ($1.households, $0.place.name) < ($0.households, $1.place.name)
      }
      let count = own.reduce(0) { $0 + $1.households }
      let way = own.reduce(0.0) { $0 + Double($1.households) * $1.candidate.distance.metres }
      var forms: [String] = []
      for move in own where !forms.contains(move.place.form.rawValue) {
        forms.append(move.place.form.rawValue)
      }
      let village = result.movers[mover].village
      proposals[village].form = forms.joined(separator: ", ")
      proposals[village].site = own.map(\.place.name).joined(separator: ", ")
      proposals[village].move = way / Double(count)
    }
    return proposals
  }

  // MARK: Before and after

  /// Households by unit of the finest level before and after, without geometry; the last feature holds
  /// the villages outside all units where there are some.
  func balance() -> Layer {
    let units = study.finest.units
    var rows = units.map { Balance(code: $0.code, name: $0.name) }
    var places: [String: Int] = [:]
    for (index, unit) in units.enumerated() { if let code = unit.code { places[code] = index } }
    var outside = Balance(code: nil, name: nil)
    func change(_ unit: String?, _ body: (inout Balance) -> Void) {
      if let unit, let place = places[unit] { body(&rows[place]) } else { body(&outside) }
    }
    for village in villages { change(village.village.unit) { $0.add(village) } }
    for entry in result.inPlace {
      change(villages[entry.village].village.unit) { $0.inPlace += entry.households }
    }
    for (mover, short) in zip(result.movers, result.allocation.short) {
      change(villages[mover.village].village.unit) { $0.short += short }
    }
    for move in made {
      let from = villages[result.movers[move.mover].village].village.unit
      if from != nil, from == move.place.unit {
        change(from) { $0.within += move.households }
      } else {
        change(from) { $0.out += move.households }
        change(move.place.unit) { $0.into += move.households }
      }
    }
    if outside.villages > 0 { rows.append(outside) }
    let features = rows.enumerated().map { index, row in
      LayerFeature(
        identifier: index < units.count
          ? "\(units[index].level)/\(units[index].label)" : "study/outside",
        geometry: nil,
        properties: [
          Property("code", .optionalText(row.code)), Property("name", .optionalText(row.name)),
          Property("vintage", .optionalText(study.plan.vintage?.description)),
        ] + row.properties)
    }
    var sum = Balance(code: nil, name: nil)
    for row in rows { sum.add(row) }
    return Layer(
      name: Self.balanceName, features: features,
      studyTotals: [Property("level", .text("study"))] + sum.properties)
  }
}
