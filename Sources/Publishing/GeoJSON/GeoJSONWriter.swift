public import GeoModel

/// Writes a layer as GeoJSON (RFC 7946); ``GeoJSONStream`` tells the form.
public struct GeoJSONWriter: Sendable {
  /// How features stand in the file.
  public var form: GeoJSONForm
  /// The decimals of coordinates, 0 … 9.
  public var decimals: Int
  /// What mends areas that rounding broke; without one they are neither judged nor mended.
  public var mender: (any PolygonMender)?

  /// Makes a writer; 6 decimals are 0.1 m.
  public init(
    form: GeoJSONForm = .collection, decimals: Int = 6, mender: (any PolygonMender)? = nil
  ) {
    self.form = form
    self.decimals = decimals
    self.mender = mender
  }

  /// Writes `layer` to `sink`, in pieces of about 64 KiB. The totals of the study are no feature
  /// and are not written. O(positions), flat in memory but for the identifiers.
  ///
  /// - Throws: ``GeoJSONError``; what the sink throws.
  public func write(_ layer: Layer, to sink: GeoJSONStream.Sink) throws -> GeoJSONReport {
    var stream = GeoJSONStream(
      name: layer.name, form: form, decimals: decimals, mender: mender)
    for feature in layer.features { try stream.append(feature, to: sink) }
    return try stream.finish(to: sink)
  }

  /// Writes `layer` to the end of `file`.
  ///
  /// - Throws: ``GeoJSONError``; ``OutputError``.
  public func write(_ layer: Layer, to file: inout AtomicFile) throws -> GeoJSONReport {
    try write(layer) { try file.write($0) }
  }

  /// The bytes of `layer`, all at once.
  ///
  /// - Throws: ``GeoJSONError``.
  public func bytes(of layer: Layer) throws -> (bytes: [UInt8], report: GeoJSONReport) {
    var bytes: [UInt8] = []
    let report = try write(layer) { bytes.append(contentsOf: $0) }
    return (bytes, report)
  }
}
