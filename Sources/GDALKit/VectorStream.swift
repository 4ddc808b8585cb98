internal import CGDAL
public import GeoModel

/// The features of one request as they come from the source: a few at a time, in the order of the file.
///
/// Belongs to one worker at a time. A source has one stream at a time: another one, or a reading, begins anew.
@safe public final class VectorStream {
  /// Features that stand next to each other in the source.
  public struct Features: Sendable {
    /// The features' numbers.
    public fileprivate(set) var identifiers: [Int64] = []
    /// Their geometries as the source holds them, parallel to ``identifiers``; nothing where a feature has
    /// none, or one of a kind that has no value here.
    public fileprivate(set) var geometries: [Geometry?] = []
  }

  /// The layer's name in its source.
  public let name: String
  /// The definition of the reference system; `nil` where the source declares none.
  public let referenceSystem: String?
  /// Features so far whose geometry is of a kind that has no value here, by feature number.
  public private(set) var unsupportedGeometries: [Int64] = []

  private let dataset: VectorDataset
  private let layer: OGRLayerH
  private let subject: String
  private var columns: [FieldReader]
  private var isAtEnd = false

  /// Begins to read the features that `request` asks for.
  ///
  /// - Throws: an error of level `layer` where the layer is missing, or several are there and none
  ///   is named; `field` where the filter or a field does not fit. Source: `OGR_L_SetAttributeFilter`.
  public init(_ dataset: VectorDataset, _ request: VectorRequest) throws(GDALError) {
    try dataset.prepareForReading()
    let layer = try unsafe dataset.layer(named: request.layer)
    let name = unsafe String(cString: OGR_L_GetName(layer))
    let subject = "\(dataset.handle.location), layer \(name)"
    columns = try GDALMessages.collect { messages throws(GDALError) -> [FieldReader] in
      dataset.declareInterest(in: name)
      unsafe try dataset.setFilter(
        request.filter, on: layer, subject: subject, messages: messages)
      let columns = unsafe try dataset.fieldReaders(request, layer: layer, subject: subject)
      unsafe dataset.restrictFields(of: layer, to: request)
      unsafe OGR_L_ResetReading(layer)
      return columns
    }
    referenceSystem = unsafe definition(of: OGR_L_GetSpatialRef(layer))
    self.dataset = dataset
    unsafe self.layer = unsafe layer
    self.name = name
    self.subject = subject
  }

  /// The next features, `most` of them or what is left; `nil` where nothing is.
  ///
  /// - Throws: an error of level `encoding` where text does not fit its encoding; `feature` where the
  ///   file breaks off. Source: `OGR_L_GetNextFeature`.
  public func next(_ most: Int) throws(GDALError) -> Features? {
    guard !isAtEnd else { return nil }
    var features = Features()
    try GDALMessages.collect { messages throws(GDALError) in
      while features.identifiers.count < most {
        guard let feature = unsafe OGR_L_GetNextFeature(layer) else {
          isAtEnd = true
          break
        }
        defer { unsafe OGR_F_Destroy(feature) }
        unsafe try take(feature, into: &features)
      }
      guard messages.errors.isEmpty else {
        throw messages.error(.feature, "OGR_L_GetNextFeature", subject: subject)
      }
    }
    return features.identifiers.isEmpty ? nil : features
  }

  private func take(_ feature: OGRFeatureH, into features: inout Features) throws(GDALError) {
    let identifier = unsafe OGR_F_GetFID(feature)
    let geometry = unsafe OGR_F_GetGeometryRef(feature)
    let value = unsafe geometry.flatMap { unsafe GeometryReading.value(of: $0) }
    if value == nil, let geometry = unsafe geometry, unsafe OGR_G_IsEmpty(geometry) == 0 {
      unsupportedGeometries.append(identifier)
    }
    features.identifiers.append(identifier)
    features.geometries.append(value)
    for index in columns.indices { unsafe try columns[index].append(feature) }
  }

  /// What was read, once the stream is at its end.
  func reading(_ identifiers: [Int64], _ geometries: [Geometry?]) -> VectorReading {
    for index in columns.indices { columns[index].finish() }
    return VectorReading(
      table: FeatureTable(
        name: name, fields: columns.map(\.name), columns: columns.map(\.column),
        identifiers: identifiers, geometries: geometries),
      referenceSystem: referenceSystem, driver: dataset.driver,
      unsupportedGeometries: unsupportedGeometries)
  }
}
