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
  private let parents: [[ReadName]]

  init(_ index: UnitIndex) {
    self.index = index
    var known: [String: ReadName] = [:]
    parents = index.units.map { unit in
      unit.parents.compactMap { parent in
        guard let text = parent.name else { return nil }
        if let name = known[text] { return name }
        let name = ReadName(text, type: nil, level: "")
        known[text] = name
        return name
      }
    }
  }

  /// The units that answer at the strongest tier at which any does, and those refused on the way.
  ///
  /// Exact names come before other spellings, names with type before short ones, with parent before
  /// without. Nothing is chosen among the units of one tier.
  func search(_ name: ReadName, parent: ReadParent?) -> (hits: Hits?, refused: Refused) {
    var refused = Refused()
    for isExact in [true, false] {
      var byTier: [MatchTier: Set<Int>] = [:]
      for (reading, entry) in index.entries(name, isExact: isExact) {
        let type = TypeAgreement(reading, entry.reading, level: index.level)
        let agreement = agreement(of: parent, with: entry.unit)
        if agreement == .conflict {
          refused.otherParent.append(entry.unit)
        } else if type == .conflict {
          refused.otherType.append(entry.unit)
        } else {
          byTier[tier(type, agreement), default: []].insert(entry.unit)
        }
      }
      for tier in MatchTier.allCases {
        guard let units = byTier[tier] else { continue }
        return (Hits(tier: isExact ? tier : .orthographic, units: units.sorted()), refused)
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
    for name in parents[unit] {
      for reading in parent.name.readings {
        for unitReading in name.readings
        where reading.orthographic == unitReading.orthographic
          && TypeAgreement(reading, unitReading, level: "") != .conflict
        {
          return .same
        }
      }
    }
    return .conflict
  }
}

/// A row's parent as it stands and as it is compared.
struct ReadParent {
  var text: String
  var name: ReadName

  init(_ text: String) {
    self.text = text
    name = ReadName(text, type: nil, level: "")
  }
}
