internal import CGDAL
public import GeoModel

/// What to read of a vector source.
public struct VectorRequest: Sendable, Hashable {
  /// The layer; `nil` takes the only one.
  public var layer: String?
  /// A condition in OGR SQL; `nil` takes every feature.
  public var filter: String?
  /// The fields to read, letter for letter; others are skipped.
  public var fields: [String]
  /// The encoding of all text, a name that iconv knows, or ``undecoded``; `nil` for UTF-8.
  public var encoding: String?
  /// The encoding of single fields, where it is not that of the others.
  public var fieldEncodings: [String: String]

  /// Stands for an encoding that somebody else decodes: a column whose values are all UTF-8 is read
  /// as such, in any other each byte becomes a character U+0000…U+00FF.
  public static let undecoded = "undecoded bytes"

  /// Makes a request.
  public init(
    layer: String? = nil, filter: String? = nil, fields: [String] = [], encoding: String? = nil,
    fieldEncodings: [String: String] = [:]
  ) {
    self.layer = layer
    self.filter = filter
    self.fields = fields
    self.encoding = encoding
    self.fieldEncodings = fieldEncodings
  }
}

/// What was read of a vector source.
public struct VectorReading: Sendable {
  /// The features, coordinates as the source holds them.
  public var table: FeatureTable
  /// The definition of the reference system; `nil` where the source declares none.
  public var referenceSystem: String?
  /// The driver that read it.
  public var driver: String
  /// Features whose geometry is of a kind that has no value here, by feature number.
  public var unsupportedGeometries: [Int64]
}

extension VectorDataset {
  /// Reads the features that `request` asks for, in the order of the file. O(n).
  ///
  /// - Throws: as ``VectorStream/init(_:_:)`` and ``VectorStream/next(_:)``.
  public func read(_ request: VectorRequest) throws(GDALError) -> VectorReading {
    let stream = try VectorStream(self, request)
    var identifiers: [Int64] = []
    var geometries: [Geometry?] = []
    while let features = try stream.next(1024) {
      identifiers += features.identifiers
      geometries += features.geometries
    }
    return stream.reading(identifiers, geometries)
  }

  /// Reads the fields of the features that `request` asks for, and hands each geometry to `take` as it
  /// comes rather than keep it: the table has none. O(n); memory holds the fields.
  ///
  /// - Throws: as ``read(_:)``.
  public func read(
    _ request: VectorRequest, geometries take: (_ identifier: Int64, Geometry?) -> Void
  ) throws(GDALError) -> VectorReading {
    let stream = try VectorStream(self, request)
    var identifiers: [Int64] = []
    while let features = try stream.next(64) {
      identifiers += features.identifiers
      for (identifier, geometry) in zip(features.identifiers, features.geometries) {
        take(identifier, geometry)
      }
    }
    return stream.reading(identifiers, [Geometry?](repeating: nil, count: identifiers.count))
  }
}

extension VectorDataset {
  func layer(named name: String?) throws(GDALError) -> OGRLayerH {
    let names = layers.map(\.name)
    if let name {
      guard let layer = unsafe GDALDatasetGetLayerByName(handle.pointer, name) else {
        throw GDALError(
          level: .layer, function: "GDALDatasetGetLayerByName", subject: handle.location,
          messages: ["there is no layer '\(name)'; it has \(names.joined(separator: ", "))"])
      }
      return unsafe layer
    }
    guard names.count == 1, let layer = unsafe GDALDatasetGetLayer(handle.pointer, 0) else {
      let found = names.isEmpty ? "no layer" : "several layers: \(names.joined(separator: ", "))"
      throw GDALError(
        level: .layer, function: "GDALDatasetGetLayer", subject: handle.location,
        messages: ["it has \(found); name one with 'layer'"])
    }
    return unsafe layer
  }

  /// Tells the OpenStreetMap driver to keep only one layer; else it fills its memory with features
  /// of the others and gives up.
  func declareInterest(in layer: String) {
    guard driver == "OSM" else { return }
    let statement = "SET interest_layers = \(layer)"
    let result = unsafe GDALDatasetExecuteSQL(handle.pointer, statement, nil, nil)
    if let result = unsafe result { unsafe GDALDatasetReleaseResultSet(handle.pointer, result) }
  }

  func setFilter(
    _ filter: String?, on layer: OGRLayerH, subject: String, messages: GDALMessages
  ) throws(GDALError) {
    guard unsafe OGR_L_SetAttributeFilter(layer, filter) == OGRERR_NONE else {
      throw messages.error(.field, "OGR_L_SetAttributeFilter", subject: subject)
    }
  }

  func fieldReaders(
    _ request: VectorRequest, layer: OGRLayerH, subject: String
  ) throws(GDALError) -> [FieldReader] {
    let names = unsafe fieldNames(of: layer)
    var readers: [FieldReader] = []
    for field in request.fields {
      guard let index = names.firstIndex(of: field),
        let schema = unsafe OGR_L_GetLayerDefn(layer),
        let defined = unsafe OGR_FD_GetFieldDefn(schema, Int32(index))
      else {
        throw GDALError(
          level: .field, function: "OGR_FD_GetFieldIndex", subject: subject,
          messages: ["there is no field '\(field)'; it has \(names.joined(separator: ", "))"])
      }
      readers.append(
        FieldReader(
          name: field, index: Int32(index), type: unsafe OGR_Fld_GetType(defined),
          encoding: request.fieldEncodings[field] ?? request.encoding, subject: subject))
    }
    return readers
  }

  /// Lets the driver skip the fields that nobody reads; those of the filter stay, because drivers
  /// evaluate it on what they read.
  func restrictFields(of layer: OGRLayerH, to request: VectorRequest) {
    let wanted = Set(request.fields + SQLIdentifiers.names(in: request.filter ?? ""))
    let folded = Set(wanted.map { $0.lowercased() })
    let ignored = unsafe fieldNames(of: layer).filter { !folded.contains($0.lowercased()) }
    let list = StringList(ignored)
    _ = unsafe OGR_L_SetIgnoredFields(layer, list.borrowed)
  }
}
