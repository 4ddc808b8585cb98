internal import RoadAccess

/// The roads of a plan as a network, before villages and centres are put into it.
///
/// Nothing of a study's units is in it, so that it can be made while they are read.
struct LoadedNetwork: Sendable {
  /// The network.
  var roads: RoadNetwork
  /// For each line of the network the number in its source of the feature that it is a part of.
  var identifiers: [Int64]
  /// What reading and noding noted, for the study's ledger.
  var account: SourceLedger.Account
}
