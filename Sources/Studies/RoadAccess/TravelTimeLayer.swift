internal import GeoModel
internal import Plan
internal import RoadAccess

/// Turns travel times into the layer `travel-times`: a feature a village.
struct TravelTimeLayer {
  let study: Study

  /// The layer's name.
  static let name = "travel-times"

  /// The layer.
  func layer(of result: RoadAccessStudy.Result) -> Layer {
    let villages = study.villages ?? []
    let names = study.finestNames
    let features = villages.enumerated().map { index, village in
      LayerFeature(
        identifier: "village/\(village.label)", geometry: village.position.map { .point($0) },
        properties: [
          Property("code", .optionalText(village.code)),
          Property("name", .optionalText(village.name)),
          Property("unit", .optionalText(village.unit)),
          Property("unit_name", .optionalText(village.unit.flatMap { names[$0] })),
          Property("households", .optionalInteger(village.households)),
          Property("population", .optionalInteger(village.population)),
        ] + result.times.flatMap { properties($0.name, $0.times[index]) })
    }
    return Layer(name: Self.name, features: features)
  }

  private func properties(_ name: String, _ time: TravelTime) -> [Property] {
    func minutes(_ value: Double?) -> PropertyValue {
      value.map { .real($0, decimals: 3) } ?? .null
    }
    return [
      Property("\(name)_min", minutes(time.minutes)),
      Property("\(name)_min_reason", .optionalText(time.reason?.rawValue)),
      Property("\(name)_min_low", minutes(time.leastMinutes)),
    ]
  }
}
