internal import GeoModel
internal import RoadAccess

/// The roads of a plan with its villages and centres in place: what every question about roads
/// starts from. Loaded once and shared by all that ask.
struct PlacedNetwork: Sendable {
  /// The network; its villages are those of the study, in the same order, its units those of
  /// ``levelName``, by their index in that level.
  var network: AccessNetwork
  /// The centres, in the order that the network knows them by.
  var centres: [Centre]
  /// The level of units that centres belong to; the finest where the plan has no centres.
  var levelName: String
  /// For each line of the roads the number in its source of the feature that it is a part of.
  var identifiers: [Int64]
  /// What is wrong with roads and centres.
  var findings: [Finding]

  /// The roads alone.
  var roads: RoadNetwork { network.roads }
}
