internal import GDALKit
public import GeoModel

/// Writes layers in a format of GDAL's, with the geometries that GeoJSON has: rounded to the same decimals,
/// cut at the antimeridian, borders of neighbours alike.
public struct VectorFileWriter: Sendable {
  /// The format.
  public var format: VectorFormat
  /// The decimals of coordinates, 0 … 9.
  public var decimals: Int
  /// What mends areas that rounding broke.
  public var mender: (any PolygonMender)?
  /// What layers and properties are called, for formats with room for it.
  public var title: @Sendable (_ name: String) -> String

  /// Makes a writer.
  public init(
    _ format: VectorFormat, decimals: Int = 6, mender: (any PolygonMender)? = nil,
    title: @escaping @Sendable (_ name: String) -> String = { _ in "" }
  ) {
    self.format = format
    self.decimals = decimals
    self.mender = mender
    self.title = title
  }

  /// Writes `layers` to the file at `path`, which must not be there yet, or into the database.
  ///
  /// A GeoPackage gets `styles` too. Formats without tables get only the layers with a geometry and of them
  /// the features with a place, which the report counts; those without geometry get the properties alone.
  ///
  /// - Returns: What the writing of each layer met, in their order.
  /// - Throws: ``FormatError``; ``GeoJSONError`` where a feature cannot be written.
  @discardableResult
  public func write(
    _ layers: [Layer], styles: [LayerStyle] = [], to path: String
  ) throws -> [GeoJSONReport] {
    var reports: [GeoJSONReport] = []
    do {
      let writer = try VectorWriter(
        // libpq knows `postgres:` too, GDAL does not.
        to: path.hasPrefix("postgres:") ? "postgresql:" + path.dropFirst(9) : path,
        driver: format.driver, isDatabase: format == .postgis,
        options: format.datasetOptions)
      for layer in layers {
        let shape = VectorContent.Shape(of: layer)
        if !format.holdsTables, shape == .none { continue }
        reports.append(try write(layer, shape: format.holdsShapes ? shape : .none, to: writer))
      }
      if format == .geopackage, !styles.isEmpty {
        var rows = styles.map(\.row).makeIterator()
        try writer.write(LayerStyle.table) { rows.next() }
      }
      try writer.finish()
    } catch let error as GDALError {
      throw FormatError.failed(
        target: path, reason: error.messages.joined(separator: "; ").replacing("\n", with: " "))
    }
    if format == .xlsx { try ZIPTimes.settle(inFileAt: path) }
    return reports
  }

  private func write(
    _ layer: Layer, shape: VectorContent.Shape, to writer: VectorWriter
  ) throws -> GeoJSONReport {
    let schema = LayerSchema(of: layer, title: title)
    let content = VectorContent(
      name: format.layerName(layer.name),
      fields: schema.fields.map { field in
        VectorContent.Field(name: field.name, kind: field.kind.column, title: field.title)
      }, shape: shape,
      options: format.layerOptions(title: title(layer.name)))
    var finisher = GeometryFinisher(decimals: decimals, mender: mender)
    let rounding = finisher.rounding
    var features = layer.features.makeIterator()
    try writer.write(content) {
      var next = features.next()
      var geometry: Geometry?
      while let feature = next {
        if shape != .none, let drawn = feature.geometry, !drawn.isEmpty {
          geometry = try finisher.finished(drawn, feature: feature.identifier)
            .flatMap(rounding.geometry)
        }
        if geometry != nil || format.holdsTables { break }
        // GDAL would leave it out too, without a word.
        finisher.report.leftOutWithoutPlace += 1
        next = features.next()
      }
      guard let feature = next else { return nil }
      finisher.report.features += 1
      if geometry == nil { finisher.report.nullGeometries += 1 }
      var values = [PropertyValue.text(feature.identifier)]
      for (field, property) in zip(schema.fields.dropFirst(), feature.properties) {
        if case .real(let number, _) = property.value, !number.isFinite {
          throw GeoJSONError.propertyNotFinite(
            feature: feature.identifier, property: property.name)
        }
        values.append(field.kind.written(property.value))
      }
      return VectorContent.Feature(values: values, geometry: geometry)
    }
    // A table has no geometry by its form, which is no loss to tell of.
    if shape == .none { finisher.report.nullGeometries = 0 }
    return finisher.report
  }
}

extension VectorContent.Shape {
  /// The geometries of a layer.
  init(of layer: Layer) {
    var kinds: Set<Self> = []
    for case let geometry? in layer.features.lazy.map(\.geometry) where !geometry.isEmpty {
      switch geometry {
      case .point: kinds.insert(.points)
      case .multiPoint: kinds.insert(.multiPoints)
      case .lineString, .multiLineString: kinds.insert(.lines)
      case .polygon, .multiPolygon: kinds.insert(.areas)
      }
    }
    self = kinds.count > 1 ? .mixed : kinds.first ?? .none
  }
}

extension LayerSchema.Kind {
  /// The column that holds it; several texts become one.
  var column: VectorContent.Field.Kind {
    switch self {
    case .flag: .flag
    case .integer: .integer
    case .real: .real
    case .text, .list: .text
    }
  }

  /// A value of a column of this kind; reals are the numbers that GeoJSON has.
  func written(_ value: PropertyValue) -> PropertyValue {
    switch (self, value) {
    case (.real, .real(let number, let decimals)):
      .real(
        DecimalText.text(number, decimals: decimals).flatMap(Double.init) ?? number,
        decimals: decimals)
    case (.real, .integer(let number)): .real(Double(number), decimals: 0)
    case (.text, .integer(let number)): .text(String(number))
    case (.text, .real(let number, let decimals)):
      .optionalText(DecimalText.text(number, decimals: decimals))
    case (.text, .flag(let flag)): .text(flag ? "true" : "false")
    default: value
    }
  }
}
