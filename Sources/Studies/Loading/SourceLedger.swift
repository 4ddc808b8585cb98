internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// Keeps account of what a study reads, how it moves it, and what it cannot use.
///
/// One study has one ledger; sources are read one after another, so it is not shared between
/// threads.
final class SourceLedger {
  /// A source as it was read.
  struct Source {
    var path: String
    var reference: SourceReference
    var driver: String
    var layer: String?
    var features: Int?
    /// `nil` for a table that says nothing of places.
    var referenceSystem: ReferenceSystem?
    var referenceSystemNote: String?
    /// The files that GDAL names for it; empty where they follow from its name.
    var files: [String] = []
  }

  /// A coordinate operation as it was used.
  struct Operation: Hashable {
    var path: String
    var from: String
    var to: String
    var name: String
    var accuracyMetres: Double?
  }

  /// Features that could not be used, counted by reason.
  struct Omission: Hashable {
    var path: String
    var count: Int
    var reason: String
  }

  /// Something taken as known without being in the data.
  struct Assumption: Hashable {
    var path: String
    var text: String
    var count: Int
    var total: Int?
  }

  /// Everything that a ledger holds: what one that was kept apart hands over.
  struct Account: Sendable {
    fileprivate(set) var sources: [Source] = []
    fileprivate(set) var operations: [Operation] = []
    fileprivate(set) var omissions: [Omission] = []
    fileprivate(set) var assumptions: [Assumption] = []
    fileprivate(set) var warnings: [String] = []
  }

  private(set) var account = Account()

  var sources: [Source] { account.sources }
  var operations: [Operation] { account.operations }
  var omissions: [Omission] { account.omissions }
  var assumptions: [Assumption] { account.assumptions }
  var warnings: [String] { account.warnings }

  /// Notes what another ledger noted, as if it had been noted here.
  func absorb(_ other: Account) {
    other.sources.forEach(add)
    other.operations.forEach(add)
    other.omissions.forEach(add)
    other.assumptions.forEach(add)
    other.warnings.forEach(warn)
  }

  /// Notes a source once, however often it is read.
  func add(_ source: Source) {
    if !sources.contains(where: { $0.path == source.path }) { account.sources.append(source) }
  }

  func add(_ operation: CoordinateOperation, of path: String) {
    add(
      Operation(
        path: path, from: operation.source.name, to: operation.target.name, name: operation.name,
        accuracyMetres: operation.accuracyMetres))
  }

  func leaveOut(_ count: Int, of path: String, because reason: String) {
    if count > 0 { add(Omission(path: path, count: count, reason: reason)) }
  }

  /// Notes that `count` features `of` so many were taken as `text` says.
  func assume(_ text: String, in path: String, count: Int, of total: Int? = nil) {
    add(Assumption(path: path, text: text, count: count, total: total))
  }

  func warn(_ text: String) {
    if !warnings.contains(text) { account.warnings.append(text) }
  }

  private func add(_ entry: Operation) {
    if !operations.contains(entry) { account.operations.append(entry) }
  }

  private func add(_ entry: Omission) {
    if !omissions.contains(entry) { account.omissions.append(entry) }
  }

  private func add(_ entry: Assumption) {
    if !assumptions.contains(entry) { account.assumptions.append(entry) }
  }
}
