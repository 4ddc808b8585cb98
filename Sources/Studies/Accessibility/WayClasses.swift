internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// What each class of road is to somebody who travels: a speed, a path, or nothing but ground.
struct WayClasses {
  /// What a class of road is.
  enum Way: Hashable {
    /// Driven at so many **km/h**.
    case road(Double)
    /// Walked, on a path.
    case path
    /// Of a class that nothing is known of: walked like open ground.
    case unknown
  }

  /// The way of each class of the table, by its index, and of lines without a class, the last one.
  let ways: [Way]

  /// Settles the classes of `table` by the plan's speeds, else by ``DefaultSpeeds``; what the plan does
  /// not say is counted in `ledger`.
  init(_ table: RoadTable, speeds: [RoadSpeed], ledger: SourceLedger) {
    let stated = Dictionary(
      speeds.map { ($0.roadClass, $0.kilometresPerHour) }, uniquingKeysWith: { first, _ in first })
    var counts = [Int](repeating: 0, count: table.attributes.classNames.count + 1)
    for number in table.attributes.classes {
      counts[number < 0 ? counts.count - 1 : Int(number)] += 1
    }
    ways = (table.attributes.classNames + [""]).enumerated().map { index, name in
      if let speed = stated[name] { return .road(speed) }
      let way: Way
      let text: String
      if DefaultSpeeds.paths.contains(name) {
        way = .path
        text = "class \(name) taken as a path to walk on"
      } else if let speed = DefaultSpeeds.kilometresPerHour[name] {
        way = .road(speed)
        text = "class \(name) taken at \(Int(speed)) km/h"
      } else {
        way = .unknown
        text =
          "\(name.isEmpty ? "no class" : "class \(name)"), speed unknown: walked as open ground"
      }
      if counts[index] > 0 {
        ledger.assume(text, in: "roads.speeds_kmh", count: counts[index], of: table.count)
      }
      return way
    }
  }

  /// The speeds of all classes that are driven.
  var speeds: [Double] {
    ways.compactMap { way in
      if case .road(let speed) = way { speed } else { nil }
    }
  }

  /// The code of a line's cells; `nil` where it is no better than open ground.
  func code(ofClass number: Int32, in costs: TravelCosts) -> UInt8? {
    switch ways[number < 0 ? ways.count - 1 : Int(number)] {
    case .road(let speed): costs.code(speed: speed)
    case .path: TravelCosts.path
    case .unknown: nil
    }
  }
}
