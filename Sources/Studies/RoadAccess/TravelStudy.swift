internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// How long it takes from each village to its centre and to the nearest place of each service.
struct TravelStudy {
  let study: Study
  let section: RoadsSection
  let placed: PlacedNetwork
  let options: StudyOptions

  /// For each kind of place the time from every village, the centre first, then the services in the
  /// order of the plan; empty where the plan has no speeds or no villages.
  func times() async throws -> [(name: String, times: [TravelTime])] {
    guard study.plan.tellsTravelTimes else { return [] }
    let access = placed.network
    let attributes = placed.roads.attributes
    let loader = ServicesLoader(plan: study.plan, ledger: study.ledger)
    var services: [[[EdgePosition]]] = []
    for service in study.plan.services {
      services.append(placed.roads.entries(of: try loader.load(service)))
    }
    let speeds = Dictionary(
      section.speeds.map { ($0.roadClass, $0.kilometresPerHour) }, uniquingKeysWith: { $1 })
    let network = TravelNetwork(
      placed.roads, classes: attributes.classes,
      speeds: attributes.classNames.map { speeds[$0] }, villages: access.villages,
      villageEntries: access.villageEntries, centres: access.centres,
      centreEntries: access.centreEntries, serviceEntries: services)
    record(network, classNames: attributes.classNames)
    var results: [(name: String, times: [TravelTime])] = []
    if study.plan.centres != nil {
      results.append((ServiceDefinition.centreName, try await centreTimes(network)))
    }
    let found = try await OrderedWork.map(
      count: services.count, jobs: options.jobs, makeState: { network.makeSearch() },
      body: { service, search in network.times(toService: service, with: &search) })
    return results + zip(study.plan.services.map(\.name), found).map { (name: $0, times: $1) }
  }

  private func centreTimes(_ network: TravelNetwork) async throws -> [TravelTime] {
    let parts = try await OrderedWork.map(
      count: network.unitCount, jobs: options.jobs, makeState: { network.makeSearch() },
      body: { unit, search in network.times(toCentresOf: unit, with: &search) })
    var times = [TravelTime](
      repeating: TravelTime.outsideUnits, count: placed.network.villages.count)
    for (village, time) in parts.joined() { times[village] = time }
    return times
  }

  /// Roads without a speed are told of, by class; nothing is assumed for them.
  private func record(_ network: TravelNetwork, classNames: [String]) {
    var missing: [(name: String, kilometres: Double)] = []
    for entry in network.withoutSpeed {
      missing.append(
        (
          entry.roadClass < 0 ? "" : classNames[Int(entry.roadClass)],
          (ShortGeodesic.metres(of: entry.length) / 100).rounded() / 10
        ))
    }
    for entry in missing.sorted(by: { $0.name < $1.name }) {
      let name = entry.name.isEmpty ? "roads without a class" : "class \(entry.name)"
      study.ledger.assume(
        "\(name) has no speed (\(entry.kilometres) km): not travelled for sure, at best in no time",
        in: "roads.speeds_kmh", count: 1)
    }
  }
}
