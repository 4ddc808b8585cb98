internal import GDALKit

/// A source that was found in a folder, and what it looks like.
struct FoundSource {
  /// What kind of data a source holds.
  enum Content: Equatable {
    case points, lines, areas, table
    case bytes, reals
    case openStreetMap
  }

  var file: String
  var layer: String?
  var content: Content
  var fields: [String]
  var features: Int?
  var hasReferenceSystem: Bool

  /// The sources in `folder`, in the order of their names; files that GDAL does not read are left
  /// out.
  static func find(in folder: String) -> [FoundSource] {
    FileProbe.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name in
      sources(named: name, at: "\(folder)/\(name)")
    }
  }

  private static func sources(named name: String, at path: String) -> [FoundSource] {
    // GDAL also takes plans and side files for JSON or text of its own.
    let skipped = ["yaml", "yml", "json", "md", "txt", "dbf", "shx", "prj", "cpg", "py", "xml"]
    guard !skipped.contains(name.split(separator: ".").last?.lowercased() ?? ""),
      let driver = GDALLibrary.driver(for: path)
    else { return [] }
    if driver == "OSM" {
      return [
        FoundSource(
          file: name, layer: nil, content: .openStreetMap, fields: [], features: nil,
          hasReferenceSystem: true)
      ]
    }
    if let raster = try? RasterDataset(opening: DatasetSource(location: path)) {
      return [
        FoundSource(
          file: name, layer: nil, content: raster.description.isByte ? .bytes : .reals, fields: [],
          features: nil, hasReferenceSystem: raster.description.referenceSystem != nil)
      ]
    }
    guard let vector = try? VectorDataset(opening: DatasetSource(location: path)) else { return [] }
    let layers = vector.layers
    return layers.map { layer in
      FoundSource(
        file: name, layer: layers.count > 1 ? layer.name : nil, content: content(layer),
        fields: layer.fields, features: layer.featureCount,
        hasReferenceSystem: layer.referenceSystem != nil)
    }
  }

  private static func content(_ layer: LayerSummary) -> Content {
    if layer.geometryType.contains("Polygon") { return .areas }
    if layer.geometryType.contains("Line") { return .lines }
    if layer.geometryType.contains("Point") { return .points }
    return .table
  }

  /// The first of the fields whose name is, or contains, one of `words`, in the order of the words.
  func field(_ words: [String]) -> String? {
    for word in words {
      if let exact = fields.first(where: { $0.lowercased() == word }) { return exact }
    }
    for word in words where word.count > 2 {
      if let part = fields.first(where: { $0.lowercased().contains(word) }) { return part }
    }
    return nil
  }

  /// Whether the name of file or layer contains one of `words`.
  func isCalled(_ words: [String]) -> Bool {
    let name = (file + " " + (layer ?? "")).lowercased()
    return words.contains { name.contains($0) }
  }
}
