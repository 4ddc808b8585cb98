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

  private(set) var sources: [Source] = []
  private(set) var operations: [Operation] = []
  private(set) var omissions: [Omission] = []
  private(set) var assumptions: [Assumption] = []
  private(set) var warnings: [String] = []

  /// Notes a source once, however often it is read.
  func add(_ source: Source) {
    if !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
  }

  func add(_ operation: CoordinateOperation, of path: String) {
    let entry = Operation(
      path: path, from: operation.source.name, to: operation.target.name, name: operation.name,
      accuracyMetres: operation.accuracyMetres)
    if !operations.contains(entry) { operations.append(entry) }
  }

  func leaveOut(_ count: Int, of path: String, because reason: String) {
    let omission = Omission(path: path, count: count, reason: reason)
    if count > 0, !omissions.contains(omission) { omissions.append(omission) }
  }

  /// Notes that `count` features `of` so many were taken as `text` says.
  func assume(_ text: String, in path: String, count: Int, of total: Int? = nil) {
    let entry = Assumption(path: path, text: text, count: count, total: total)
    if !assumptions.contains(entry) { assumptions.append(entry) }
  }

  func warn(_ text: String) {
    if !warnings.contains(text) { warnings.append(text) }
  }
}
