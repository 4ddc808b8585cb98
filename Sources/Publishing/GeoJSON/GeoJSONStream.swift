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

  private let form: GeoJSONForm
  private var encoder: FeatureEncoder
  private var identifiers: Set<String> = []

  /// Begins a collection called `name` (a foreign member, as `ogr2ogr` writes and QGIS reads it).
  ///
  /// - Parameters:
  ///   - name: The collection's name, any text: it is escaped here.
  ///   - form: How features stand in it; a sequence has no name.
  ///   - decimals: The decimals of coordinates, 0 … 9; 6 are 0.1 m.
  ///   - mender: What mends areas that rounding broke; without one they are neither judged nor mended.
  public init(
    name: String, form: GeoJSONForm = .collection, decimals: Int = 6,
    mender: (any PolygonMender)? = nil
  ) {
    self.form = form
    encoder = FeatureEncoder(decimals: decimals, mender: mender)
    guard form == .collection else { return }
    encoder.buffer.append(#"{"type":"FeatureCollection","name":"#)
    encoder.buffer.append(jsonString: name)
    encoder.buffer.append(#","features":["#)
  }

  /// Appends a feature; bytes go to `sink` when there is a piece of them.
  ///
  /// - Throws: ``GeoJSONError`` where the feature cannot be written; what the sink throws.
  public mutating func append(_ feature: LayerFeature, to sink: Sink) throws {
    part()
    note(feature.identifier)
    try encoder.append(feature)
    if encoder.buffer.count >= GeoJSONStream.pieceSize { try flush(to: sink) }
  }

  /// Appends features that were encoded apart; the bytes are those of appending them one by one.
  ///
  /// - Throws: What the sink throws.
  mutating func append(_ piece: EncodedFeatures, to sink: Sink) throws {
    guard !piece.identifiers.isEmpty else { return }
    part()
    for identifier in piece.identifiers { note(identifier) }
    encoder.buffer.append(piece.bytes)
    encoder.report += piece.report
    encoder.extent.formUnion(piece.extent)
    if encoder.buffer.count >= GeoJSONStream.pieceSize { try flush(to: sink) }
  }

  /// Appends one feature that was encoded apart; what was met when it was is told by
  /// ``note(_:extent:)``.
  ///
  /// - Throws: What the sink throws.
  mutating func append(encoded bytes: [UInt8], identifier: String, to sink: Sink) throws {
    part()
    note(identifier)
    encoder.buffer.append(bytes)
    encoder.report.features += 1
    if encoder.buffer.count >= GeoJSONStream.pieceSize { try flush(to: sink) }
  }

  /// Takes in what was met when features were encoded apart; features themselves are counted as they are
  /// appended.
  mutating func note(_ report: GeoJSONReport, extent: WrittenExtent) {
    var rest = report
    rest.features = 0
    encoder.report += rest
    encoder.extent.formUnion(extent)
  }

  /// Ends the collection, hands over the last bytes and tells what was met.
  ///
  /// - Throws: What the sink throws.
  public consuming func finish(to sink: Sink) throws -> GeoJSONReport {
    if form == .sequence {
      if encoder.report.features > 0 { encoder.buffer.append("\n") }
      try flush(to: sink)
      return encoder.report
    }
    encoder.buffer.append(encoder.report.features == 0 ? "]" : "\n]")
    let halfTurn = 180 * Int64(encoder.rounding.scale)
    if let box = encoder.extent.box(
      isCut: encoder.report.cutGeometries > 0, halfTurn: halfTurn)
    {
      encoder.buffer.append(#","bbox":["#)
      for (index, side) in [box.west, box.south, box.east, box.north].enumerated() {
        if index > 0 { encoder.buffer.append(UInt8(ascii: ",")) }
        encoder.buffer.append(
          scaled: side, decimals: encoder.rounding.decimals, scale: encoder.rounding.scale)
      }
      encoder.buffer.append(UInt8(ascii: "]"))
    }
    encoder.buffer.append("}\n")
    try flush(to: sink)
    return encoder.report
  }

  /// Parts what comes from what stands before it.
  private mutating func part() {
    if encoder.report.features > 0 {
      encoder.buffer.append(form.separator)
    } else if form == .collection {
      encoder.buffer.append("\n")
    }
  }

  private mutating func note(_ identifier: String) {
    if !identifiers.insert(identifier).inserted { encoder.report.repeatedIdentifiers += 1 }
  }

  private mutating func flush(to sink: Sink) throws {
    encoder.report.bytes += encoder.buffer.count
    try sink(encoder.buffer.bytes)
    encoder.buffer.removeAll()
  }
}
