internal import GeoModel
internal import Plan
internal import Resettlement

/// A place that could take households in.
struct MovePlace: Sendable {
  /// What kind of place it is.
  enum Kind: Sendable, Hashable {
    /// A new, concentrated settlement: the site of this index.
    case site(Int)
    /// A village that hosts: its index in the study.
    case village(Int)
  }

  var kind: Kind
  var name: String
  var position: Coordinate
  /// The code of its unit of the finest level.
  var unit: String?
  var capacity: Int
  /// The score of a site, 0 to 1; 1 for a village, which has none.
  var score: Double

  var form: ResettlementForm {
    switch kind {
    case .site: .concentrated
    case .village: .interspersed
    }
  }
}

/// The forms of Decision 590/QĐ-TTg.
enum ResettlementForm: String, Sendable {
  case concentrated, interspersed
  case inPlace = "in_place"
}

/// Finds the places: sites with room, and villages that host.
struct MovePlaces {
  let study: Study
  let section: ResettlementSection
  let villages: [ExposedVillage]
  let sites: [PlacedSite]

  /// All places with room for one household at least, sites in the order of their rank, then villages;
  /// and whether the room of every site and host is known.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a field that holds no count.
  func find() throws(StudyError) -> (places: [MovePlace], isRoomKnown: Bool) {
    let sites = settlements
    let (hosts, areHostsKnown) = try hosts()
    let areSitesKnown = self.sites.isEmpty || section.sites?.squareMetresPerHousehold != nil
    return (sites + hosts, areSitesKnown && areHostsKnown)
  }

  private var settlements: [MovePlace] {
    let rule = section.concentrated
    guard let need = section.sites?.squareMetresPerHousehold else {
      if !sites.isEmpty {
        study.ledger.warn(
          "\(SitingStudy.path): without m2_per_household it is not known how many households a site"
            + " holds; nobody is moved to one")
      }
      return []
    }
    let units = study.finest.units
    return sites.enumerated().compactMap { index, site in
      let capacity = min(
        Int((site.site.area / need * (1 + 1e-12)).rounded(.down)),
        rule?.greatestHouseholds ?? .max)
      guard capacity > 0, capacity >= rule?.leastHouseholds ?? 0 else { return nil }
      return MovePlace(
        kind: .site(index), name: site.name, position: site.position,
        unit: units[site.site.unit].code, capacity: capacity, score: site.site.score)
    }
  }

  private func hosts() throws(StudyError) -> (places: [MovePlace], isRoomKnown: Bool) {
    guard let rule = section.hosts else { return ([], true) }
    let rooms = try rooms(rule)
    let keys = study.villageKeys
    let unknown = villages.indices.count {
      villages[$0].exposure.exposed == .no && rooms[$0] == nil
    }
    if unknown > 0 {
      study.ledger.assume(
        "villages whose room is not known take nobody in", in: "resettlement.hosts", count: unknown,
        of: villages.count)
    }
    let places: [MovePlace] = villages.indices.compactMap { index in
      // Whoever may be exposed takes nobody in.
      guard villages[index].exposure.exposed == .no,
        let position = villages[index].village.position, let room = rooms[index], room > 0
      else { return nil }
      return MovePlace(
        kind: .village(index), name: keys[index], position: position,
        unit: villages[index].village.unit, capacity: room, score: 1)
    }
    return (places, unknown == 0)
  }

  private func rooms(_ rule: HostRule) throws(StudyError) -> [Int?] {
    switch rule {
    case .sharePercent(let percent):
      return villages.map { village in
        village.households.map { Int(($0 * percent / 100 * (1 + 1e-12)).rounded(.down)) }
      }
    case .room(let field): return try VillageFields(study: study).counts(of: field)
    }
  }
}
