/// How far a row's parent agrees with a unit's.
enum ParentAgreement {
  case same
  case unknown
  case conflict
}

/// The name tiers: what a name finds, strongest tier first.
struct NameSearch {
  /// What a name found at the tier that decided.
  struct Hits {
    var tier: MatchTier
    var units: [Int]
  }

  /// Units of the same name that type or parent speak against.
  struct Refused {
    var otherParent: [Int] = []
    var otherType: [Int] = []
  }

  let index: UnitIndex
  /// For each unit the names of the units above it, as numbers: a name has many units below it.
  private let parents: [[Int]]
  /// The readings of those names under their spelling.
  private let parentReadings: [String: [(name: Int, reading: NameReading)]]

  init(_ index: UnitIndex) {
    self.index = index
    var known: [String: Int] = [:]
    var readings: [String: [(name: Int, reading: NameReading)]] = [:]
    parents = index.units.map { unit in
      unit.parents.compactMap { parent in
        guard let text = parent.name else { return nil }
        if let number = known[text] { return number }
        let number = known.count
        known[text] = number
        for reading in ReadName(text, type: nil, level: "").readings {
          readings[reading.orthographic, default: []].append((number, reading))
        }
        return number
      }
    }
    parentReadings = readings
  }

  /// A row's parent, which is looked up once for all rows that have it.
  func parent(_ text: String) -> ReadParent {
    var names: Set<Int> = []
    for reading in ReadName(text, type: nil, level: "").readings {
      for other in parentReadings[reading.orthographic] ?? []
      where TypeAgreement(reading, other.reading, level: "") != .conflict {
        names.insert(other.name)
      }
    }
    return ReadParent(text: text, names: names)
  }

  /// The units that answer at the strongest tier at which any does, and those refused on the way.
  ///
  /// Exact names come before other spellings, names with type before short ones, with parent before
  /// without. Nothing is chosen among the units of one tier.
  func search(_ name: ReadName, parent: ReadParent?) -> (hits: Hits?, refused: Refused) {
    var refused = Refused()
    for isExact in [true, false] {
      // The units of the strongest tier so far; a name has few tiers, and most have one unit.
      var strongest: (tier: MatchTier, units: [Int])?
      index.forEachEntry(name, isExact: isExact) { reading, entry in
        let type = TypeAgreement(reading, entry.reading, level: index.level)
        let agreement = agreement(of: parent, with: entry.unit)
        if agreement == .conflict {
          refused.otherParent.append(entry.unit)
        } else if type == .conflict {
          refused.otherType.append(entry.unit)
        } else {
          let found = tier(type, agreement)
          if let best = strongest?.tier, best <= found {
            if best == found { strongest?.units.append(entry.unit) }
          } else {
            strongest = (found, [entry.unit])
          }
        }
      }
      if let strongest {
        return (
          Hits(
            tier: isExact ? strongest.tier : .orthographic,
            units: strongest.units.count == 1 ? strongest.units : Set(strongest.units).sorted()),
          refused
        )
      }
    }
    return (nil, refused)
  }

  /// Whether `name` can be a name of the unit: no reading of it agrees in any spelling, `false`;
  /// `nil` where the unit has no name.
  func agrees(_ name: ReadName, with unit: Int) -> Bool? {
    let names = index.names[unit]
    guard !names.isEmpty else { return nil }
    for reading in name.readings {
      for unitReading in names.flatMap(\.readings)
      where reading.orthographic == unitReading.orthographic
        && TypeAgreement(reading, unitReading, level: index.level) != .conflict
      {
        return true
      }
    }
    return false
  }

  private func tier(_ type: TypeAgreement, _ parent: ParentAgreement) -> MatchTier {
    switch (type, parent) {
    case (.same, .same): .fullNameWithParent
    case (.same, _): .fullName
    case (_, .same): .shortNameWithParent
    default: .shortName
    }
  }

  private func agreement(of parent: ReadParent?, with unit: Int) -> ParentAgreement {
    guard let parent else { return .unknown }
    let chain = index.units[unit].parents
    if chain.contains(where: { $0.code == parent.text && $0.code != nil }) { return .same }
    guard !parents[unit].isEmpty else { return .unknown }
    return parents[unit].contains(where: parent.names.contains) ? .same : .conflict
  }
}

/// A row's parent as it stands, and the names of units above that it may be.
struct ReadParent {
  var text: String
  /// Their numbers in the search that read it.
  var names: Set<Int>
}
