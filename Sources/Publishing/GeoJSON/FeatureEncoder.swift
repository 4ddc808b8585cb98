internal import GeoModel

/// Puts features into bytes, one after another, and notes what it met.
struct FeatureEncoder {
  /// The bytes so far.
  var buffer = ByteBuffer()
  /// What the bytes reach over.
  var extent = WrittenExtent()
  private var finisher: GeometryFinisher
  /// The names of the properties of the feature before, which those of the next have too, as they
  /// are written.
  private var names: [(name: String, bytes: [UInt8])] = []

  init(decimals: Int, mender: (any PolygonMender)?) {
    finisher = GeometryFinisher(decimals: decimals, mender: mender)
  }

  /// What was met so far.
  var report: GeoJSONReport {
    get { finisher.report }
    set { finisher.report = newValue }
  }

  /// How coordinates are rounded.
  var rounding: CoordinateRounding { finisher.rounding }

  /// Appends a feature object, without a separator before or behind it.
  ///
  /// - Throws: ``GeoJSONError`` where the feature cannot be written.
  mutating func append(_ feature: LayerFeature) throws {
    finisher.report.features += 1
    buffer.append(#"{"type":"Feature","id":"#)
    buffer.append(jsonString: feature.identifier)
    buffer.append(#","properties":{"#)
    for (index, property) in feature.properties.enumerated() {
      append(name: property.name, at: index)
      guard buffer.append(json: property.value) else {
        throw GeoJSONError.propertyNotFinite(
          feature: feature.identifier, property: property.name)
      }
    }
    buffer.append(#"},"geometry":"#)
    try append(feature.geometry, of: feature.identifier)
    buffer.append(UInt8(ascii: "}"))
  }

  /// Appends a property's name with what stands around it.
  private mutating func append(name: String, at index: Int) {
    if index < names.count, names[index].name == name {
      buffer.append(names[index].bytes)
      return
    }
    var written = ByteBuffer()
    if index > 0 { written.append(UInt8(ascii: ",")) }
    written.append(jsonString: name)
    written.append(UInt8(ascii: ":"))
    names.removeLast(max(0, names.count - index))
    names.append((name, written.bytes))
    buffer.append(written.bytes)
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
}

/// Features that stand next to each other in a layer, encoded apart from the others.
struct EncodedFeatures: Sendable {
  /// The feature objects, a line each, without a separator before the first or behind the last.
  var bytes: [UInt8]
  /// The features' identifiers, in order.
  var identifiers: [String]
  /// What was met, repeated identifiers and bytes left out: those are the collection's.
  var report: GeoJSONReport
  /// What they reach over.
  var extent: WrittenExtent

  /// Encodes `features`.
  ///
  /// - Throws: ``GeoJSONError`` of the first feature that cannot be written.
  init(
    _ features: ArraySlice<LayerFeature>, form: GeoJSONForm = .collection, decimals: Int,
    mender: (any PolygonMender)?
  ) throws {
    var encoder = FeatureEncoder(decimals: decimals, mender: mender)
    for feature in features {
      if encoder.report.features > 0 { encoder.buffer.append(form.separator) }
      try encoder.append(feature)
    }
    bytes = encoder.buffer.bytes
    identifiers = features.map(\.identifier)
    report = encoder.report
    extent = encoder.extent
  }
}
