public import GeoModel

/// A feature collection that is written as its features come: begun, features appended, finished.
///
/// GeoJSON by RFC 7946: longitude and latitude in WGS 84, no `crs`, right-hand rule, cut at the
/// antimeridian, an `id` for each feature. One feature a line, so that tools which go by lines (diff,
/// grep) can show a change. `bbox` stands at the end because only then it is known; it is left out
/// where no feature has a place. The same features give the same bytes.
///
/// The sink comes with each call, so that it may be a closure over a file that is not copied.
public struct GeoJSONStream: ~Copyable {
  /// Where bytes go: called with pieces of about 64 KiB, in order.
  public typealias Sink = ([UInt8]) throws -> Void

  private static let pieceSize = 1 << 16

  private var buffer = ByteBuffer()
  private var finisher: GeometryFinisher
  private var extent = WrittenExtent()
  private var identifiers: Set<String> = []

  /// Begins a collection called `name` (a foreign member, as `ogr2ogr` writes and QGIS reads it).
  ///
  /// - Parameters:
  ///   - decimals: The decimals of coordinates, 0 … 9; 6 are 0.1 m.
  ///   - mender: What mends areas that rounding broke; without one they are neither judged nor mended.
  public init(name: String, decimals: Int = 6, mender: (any PolygonMender)? = nil) {
    finisher = GeometryFinisher(decimals: decimals, mender: mender)
    buffer.append(#"{"type":"FeatureCollection","name":"#)
    buffer.append(jsonString: name)
    buffer.append(#","features":["#)
  }

  /// Appends a feature; bytes go to `sink` when there is a piece of them.
  ///
  /// - Throws: ``GeoJSONError`` where the feature cannot be written; what the sink throws.
  public mutating func append(_ feature: LayerFeature, to sink: Sink) throws {
    buffer.append(finisher.report.features == 0 ? "\n" : ",\n")
    finisher.report.features += 1
    if !identifiers.insert(feature.identifier).inserted {
      finisher.report.repeatedIdentifiers += 1
    }
    buffer.append(#"{"type":"Feature","id":"#)
    buffer.append(jsonString: feature.identifier)
    buffer.append(#","properties":{"#)
    for (index, property) in feature.properties.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(jsonString: property.name)
      buffer.append(UInt8(ascii: ":"))
      guard buffer.append(json: property.value) else {
        throw GeoJSONError.propertyNotFinite(
          feature: feature.identifier, property: property.name)
      }
    }
    buffer.append(#"},"geometry":"#)
    try append(feature.geometry, of: feature.identifier)
    buffer.append(UInt8(ascii: "}"))
    if buffer.count >= GeoJSONStream.pieceSize { try flush(to: sink) }
  }

  /// Ends the collection, hands over the last bytes and tells what was met.
  ///
  /// - Throws: What the sink throws.
  public consuming func finish(to sink: Sink) throws -> GeoJSONReport {
    buffer.append(finisher.report.features == 0 ? "]" : "\n]")
    if let box = extent.box(isCut: finisher.report.cutGeometries > 0) {
      buffer.append(#","bbox":["#)
      for (index, side) in [box.west, box.south, box.east, box.north].enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        buffer.append(
          scaled: side, decimals: finisher.rounding.decimals, scale: finisher.rounding.scale)
      }
      buffer.append(UInt8(ascii: "]"))
    }
    buffer.append("}\n")
    try flush(to: sink)
    return finisher.report
  }

  private mutating func append(_ geometry: Geometry?, of feature: String) throws {
    guard let geometry, !geometry.isEmpty else {
      finisher.report.nullGeometries += 1
      buffer.append("null")
      return
    }
    guard let finished = try finisher.finished(geometry, feature: feature) else {
      finisher.report.nullGeometries += 1
      finisher.report.collapsedGeometries += 1
      buffer.append("null")
      return
    }
    finished.forEachRun { extent.extend(to: $0) }
    buffer.append(finished, rounding: finisher.rounding)
  }

  private mutating func flush(to sink: Sink) throws {
    finisher.report.bytes += buffer.count
    try sink(buffer.bytes)
    buffer.removeAll()
  }
}
