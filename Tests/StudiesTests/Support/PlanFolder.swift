import Foundation
import GDALKit
import GeoModel
import Plan
import Studies

/// A folder for one test: a plan and its sources, removed with the value.
final class PlanFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "upland-studies-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text and tells its whole path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(filePath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Writes a raster.
  func write(
    _ cells: RasterCreation.Cells, grid: GridGeometry, system: String?, noData: Double?,
    to name: String
  ) throws {
    try RasterCreation.writeGeoTIFF(
      cells, grid: grid, referenceSystem: system, noDataValue: noData, to: "\(path)/\(name)")
  }

  /// The session of a plan; `upland: 1` is put in front.
  func session(_ plan: String, jobs: Int = 1) throws -> PlanSession {
    let file = try write("upland: 1\n" + plan, to: "plan.yaml")
    return try PlanSession(planAt: file, options: StudyOptions(jobs: jobs))
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
  }

  /// The bytes of every file in a folder, by name.
  func files(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try bytes("\(folder)/\($0)")) })
  }

  /// A JSON file as Foundation reads it.
  func json(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any] ?? [:]
  }
}

/// The lines with which `body` was refused; empty where it was not.
func refusal(_ body: () async throws -> Void) async -> [String] {
  do {
    try await body()
    return []
  } catch let error as StudyError {
    return error.lines
  } catch {
    return ["no StudyError: \(error)"]
  }
}

extension LayerFeature {
  /// A number that the feature carries; `nil` where it is null or no number.
  func number(_ name: String) -> Double? { self[name]?.number }
  /// A text that the feature carries.
  func text(_ name: String) -> String? {
    if case .text(let text) = self[name] { text } else { nil }
  }
}

extension PropertyValue {
  var number: Double? {
    switch self {
    case .real(let value, _): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
}

extension Layer {
  /// The feature of a code.
  func feature(_ code: String) -> LayerFeature? { features.first { $0.text("code") == code } }
  /// A number of the whole study.
  func total(_ name: String) -> Double? { studyTotals.first { $0.name == name }?.value.number }
}
