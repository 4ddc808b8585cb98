internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// Who goes where: in place where the plan's rule allows it, else into villages with room and to sites.
struct MovesStudy {
  let study: Study
  let section: ResettlementSection
  let villages: [ExposedVillage]
  let sites: [PlacedSite]
  let network: PlacedNetwork?
  let options: StudyOptions

  /// Where the section stands in a plan, in messages.
  static let path = "resettlement"

  /// What was found.
  struct Result: Sendable {
    /// The exposed villages whose households move or want to, as indices of the study's, and how many
    /// households each has.
    var movers: [(village: Int, households: Int)]
    /// Those whose households stay in place, the same.
    var inPlace: [(village: Int, households: Int)]
    /// Those of which it is not known whether they are exposed, or who should move, with the reason.
    var unknown: [(village: Int, reason: String)]
    var places: [MovePlace]
    /// Whether the room of every site and every host is known: only then is a shortage proven.
    var isRoomKnown: Bool
    /// The moves that are possible, in the order of the problem.
    var candidates: [Candidate]
    var problem: AllocationProblem
    var allocation: Allocation
  }

  /// A move that is possible.
  struct Candidate: Sendable {
    var distance: MoveDistance
    var isSameUnit: Bool
    /// What differs of the fields that the plan prefers to be the same, in metres.
    var fieldCost: Double
  }

  /// Finds the best proposal.
  func run() async throws -> Result {
    var (movers, inPlace, unknown) = divided()
    let (places, isRoomKnown) = try MovePlaces(
      study: study, section: section, villages: villages, sites: sites
    ).find()
    movers.sort { $0.village < $1.village }
    inPlace.sort { $0.village < $1.village }
    let found = try await MoveDistances(network: network, options: options).distances(
      from: movers.compactMap { villages[$0.village].village.position },
      to: places.map(\.position), within: limit)
    let fields = try self.fields()
    var candidates: [Candidate] = []
    var ends: [(mover: Int, place: Int)] = []
    for (mover, list) in found.enumerated() {
      let own = movers[mover].village
      for entry in list {
        candidates.append(
          candidate(own, places[entry.destination], entry.distance, fields: fields))
        ends.append((mover, entry.destination))
      }
    }
    let rule = section.concentrated
    let scale = 1000 / section.costPerHouseholdKilometre
    let problem = AllocationProblem(
      households: movers.map(\.households),
      destinations: places.map { place in
        guard case .site = place.kind else {
          return AllocationProblem.Destination(capacity: place.capacity)
        }
        return AllocationProblem.Destination(
          capacity: place.capacity, least: rule?.leastHouseholds ?? 0,
          openingCost: Int(((rule?.openingCost ?? 0) * scale).rounded()))
      },
      moves: zip(candidates, ends).map { candidate, end in
        AllocationProblem.Move(
          village: end.mover, destination: end.place,
          cost: cost(candidate, score: places[end.place].score))
      }, keepsTogether: section.keepsTogether)
    let allocation = try solve(problem)
    record(problem, candidates)
    return Result(
      movers: movers, inPlace: inPlace, unknown: unknown, places: places, isRoomKnown: isRoomKnown,
      candidates: candidates,
      problem: problem, allocation: allocation)
  }

  /// Solves a problem within the plan's gap.
  func solve(_ problem: AllocationProblem) throws(StudyError) -> Allocation {
    do throws(ResettlementError) {
      return try problem.solve(within: AllocationEffort(gap: section.gapPercent / 100))
    } catch {
      throw .internalFailure("\(Self.path): \(error.message)")
    }
  }

  /// The problem with other scores of the sites, parallel to them.
  func problem(of result: Result, scores: [Double]) -> AllocationProblem {
    var problem = result.problem
    for index in problem.moves.indices {
      guard case .site(let site) = result.places[problem.moves[index].destination].kind else {
        continue
      }
      problem.moves[index].cost = cost(result.candidates[index], score: scores[site])
    }
    return problem
  }

  // MARK: Who

  private func divided() -> (
    movers: [(village: Int, households: Int)], inPlace: [(village: Int, households: Int)],
    unknown: [(village: Int, reason: String)]
  ) {
    var movers: [(village: Int, households: Int)] = []
    var inPlace: [(village: Int, households: Int)] = []
    var unknown: [(village: Int, reason: String)] = []
    for (index, village) in villages.enumerated() where village.exposure.exposed != .no {
      guard village.exposure.exposed == .yes else {
        unknown.append((index, "exposure_unknown"))
        continue
      }
      guard let households = village.households else {
        unknown.append((index, "households_unknown"))
        continue
      }
      // Half a household that is assumed has to live somewhere too.
      let count = Int(households.rounded(.up))
      guard count > 0 else { continue }
      if let greatest = section.inPlaceSharePercent, share(of: village) * 100 <= greatest {
        inPlace.append((index, count))
      } else if village.village.position == nil {
        unknown.append((index, "no_place"))
      } else {
        movers.append((index, count))
      }
    }
    return (movers, inPlace, unknown)
  }

  /// The greatest share of a village's ground that can be in hazard: those of all hazards together.
  private func share(of village: ExposedVillage) -> Double {
    min(1, village.exposure.answers.reduce(0) { $0 + ($1.share?.upperBound ?? 1) })
  }

  // MARK: What a move costs

  private var limit: Double { section.maximumMoveKilometres.map { 1000 * $0 } ?? .infinity }

  private func fields() throws(StudyError) -> [(weight: Double, values: [String?])] {
    var fields: [(weight: Double, values: [String?])] = []
    for preference in section.preferences.sameField where preference.weight > 0 {
      fields.append(
        (preference.weight, try VillageFields(study: study).texts(of: preference.field)))
    }
    return fields
  }

  private func candidate(
    _ village: Int, _ place: MovePlace, _ distance: MoveDistance,
    fields: [(weight: Double, values: [String?])]
  ) -> Candidate {
    var fieldCost = 0.0
    if case .village(let host) = place.kind {
      // Where one of the two is not known they are not known to be the same.
      for field in fields {
        let (one, other) = (field.values[village], field.values[host])
        if one == nil || one != other { fieldCost += 1000 * field.weight }
      }
    }
    let unit = villages[village].village.unit
    return Candidate(
      distance: distance, isSameUnit: unit != nil && unit == place.unit, fieldCost: fieldCost)
  }

  /// Metres of a household's move, and what the plan takes to be worth as much.
  private func cost(_ candidate: Candidate, score: Double) -> Int {
    let preferences = section.preferences
    let weight = preferences.siteScore ?? MovePreferences.defaultSiteScore
    let metres =
      candidate.distance.metres + candidate.fieldCost
      + (candidate.isSameUnit ? 0 : 1000 * preferences.sameUnit) + 1000 * weight * (1 - score)
    return Int(metres.rounded())
  }

  private func record(_ problem: AllocationProblem, _ candidates: [Candidate]) {
    let straight = candidates.count { !$0.distance.isByRoad }
    if straight > 0 {
      study.ledger.assume(
        "moves where no road leads are measured straight", in: Self.path, count: straight,
        of: candidates.count)
    }
    if section.preferences.siteScore == nil, !sites.isEmpty {
      study.ledger.assume(
        "a household would go \(TravelBands.number(MovePreferences.defaultSiteScore)) km farther to a"
          + " site of the score 1 than to one of the score 0, where the plan says nothing",
        in: "resettlement.prefer.site_score", count: 1)
    }
    if section.householdsPerVillage.map({ $0 != $0.rounded() }) ?? false {
      study.ledger.assume(
        "households of a village rounded up to whole ones", in: Self.path, count: 1)
    }
  }
}
