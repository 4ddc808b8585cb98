internal import CGDAL

/// What a layer of a vector source looks like before it is read.
public struct LayerSummary: Sendable, Hashable {
  /// The layer's name.
  public var name: String
  /// The kind of geometry as OGR names it, for example `Multi Polygon`.
  public var geometryType: String
  /// The number of features, `nil` where counting would mean reading the file.
  public var featureCount: Int?
  /// The names of the fields, in order.
  public var fields: [String]
  /// The definition of the reference system; `nil` where the source declares none.
  public var referenceSystem: String?
}

/// An open vector source. Belongs to the thread that opened it; send a ``DatasetSource`` instead.
public final class VectorDataset {
  private(set) var handle: DatasetHandle
  private let location: String
  private let tags: [String]
  private var wasRead = false
  /// The name of the driver that reads it: `GPKG`, `OSM`, …
  public let driver: String

  /// Opens a source; of OpenStreetMap files, `tags` become fields. `GDALOpenEx`.
  public init(opening source: DatasetSource, tags: [String] = []) throws(GDALError) {
    if GDALLibrary.driver(for: source.location) == "OSM" {
      handle = try OpenStreetMapFields(tags: tags).open(source.location)
    } else {
      handle = try DatasetHandle(opening: source, flags: GDAL_OF_VECTOR)
    }
    driver = handle.driver
    location = source.location
    self.tags = tags
  }

  /// Opens an OpenStreetMap file anew where a layer of it was read before: the driver does not
  /// rewind for another layer, and keeps no nodes for lines once only points were asked for; both
  /// would give no feature and no error.
  func prepareForReading() throws(GDALError) {
    guard driver == "OSM" else { return }
    if wasRead { handle = try OpenStreetMapFields(tags: tags).open(location) }
    wasRead = true
  }

  /// The layers, in the order of the source.
  public var layers: [LayerSummary] {
    var found: [LayerSummary] = []
    for index in 0..<(unsafe GDALDatasetGetLayerCount(handle.pointer)) {
      if let layer = unsafe GDALDatasetGetLayer(handle.pointer, index) {
        unsafe found.append(summary(of: layer))
      }
    }
    return found
  }

  /// The layer called `name`, also where ``layers`` leaves it out, as PostGIS does with tables without
  /// geometry; `nil` where there is none. `GDALDatasetGetLayerByName`.
  public func layer(called name: String) -> LayerSummary? {
    GDALMessages.collect { _ in
      let layer = unsafe GDALDatasetGetLayerByName(handle.pointer, name)
      return unsafe layer.map { unsafe summary(of: $0) }
    }
  }

  private func summary(of layer: OGRLayerH) -> LayerSummary {
    let count = unsafe OGR_L_GetFeatureCount(layer, 0)
    let type = unsafe OGRGeometryTypeToName(OGR_GT_Flatten(OGR_L_GetGeomType(layer)))
    return LayerSummary(
      name: unsafe String(cString: OGR_L_GetName(layer)),
      geometryType: unsafe type.map { unsafe String(cString: $0) } ?? "Unknown",
      featureCount: count >= 0 ? Int(count) : nil,
      fields: unsafe fieldNames(of: layer),
      referenceSystem: unsafe definition(of: OGR_L_GetSpatialRef(layer)))
  }

  func fieldNames(of layer: OGRLayerH) -> [String] {
    guard let schema = unsafe OGR_L_GetLayerDefn(layer) else { return [] }
    var names: [String] = []
    for index in 0..<(unsafe OGR_FD_GetFieldCount(schema)) {
      if let field = unsafe OGR_FD_GetFieldDefn(schema, index),
        let name = unsafe OGR_Fld_GetNameRef(field)
      {
        names.append(unsafe String(cString: name))
      }
    }
    return names
  }
}
