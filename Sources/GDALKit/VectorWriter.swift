internal import CGDAL
internal import GeoModel

/// Writes vector layers, one after another, to a new file or into a database. Belongs to the thread that
/// made it.
///
/// A file gets a temporary name from the caller, who renames it once ``finish()`` has come back. A database
/// gets all layers in one transaction, so that they are there together or not at all; layers of the same
/// name are replaced.
@safe public final class VectorWriter {
  private let location: String
  private var dataset: GDALDatasetH?
  private var hasTransaction = false
  private let system: OGRSpatialReferenceH?

  /// The date that formats note as that of their writing, the same for all, so that the same content
  /// gives the same bytes.
  private static let fixedDate = "2000-01-01T00:00:00.000Z"

  /// Begins a file at `location`, or opens the database there.
  ///
  /// - Parameters:
  ///   - location: a path, or what the driver takes for one: `PG:dbname=…`.
  ///   - driver: GDAL's name of the driver.
  ///   - isDatabase: Whether `location` is there already and is added to.
  ///   - options: dataset creation options, `NAME=VALUE`.
  /// - Throws: an error of level `output`. `GDALCreate`, `GDALOpenEx`.
  public init(
    to location: String, driver: String, isDatabase: Bool = false, options: [String] = []
  ) throws(GDALError) {
    GDALLibrary.register()
    self.location = location
    unsafe dataset = nil
    unsafe system = OSRNewSpatialReference(nil)
    try call("GDALCreate") { messages throws(GDALError) in
      guard unsafe OSRImportFromEPSG(system, 4326) == OGRERR_NONE else {
        throw messages.error(.output, "OSRImportFromEPSG", subject: location)
      }
      unsafe OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
      let list = StringList(options)
      if isDatabase {
        let drivers = StringList([driver])
        unsafe dataset = GDALOpenEx(
          location, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR),
          drivers.constant, list.constant, nil)
      } else if let driver = unsafe GDALGetDriverByName(driver) {
        unsafe dataset = GDALCreate(driver, location, 0, 0, 0, GDT_Unknown, list.handle)
      }
      guard let dataset = unsafe dataset else {
        throw messages.error(.output, isDatabase ? "GDALOpenEx" : "GDALCreate", subject: location)
      }
      // Where there are transactions one is also much faster than one a feature.
      if unsafe GDALDatasetTestCapability(dataset, ODsCTransactions) != 0 {
        hasTransaction = unsafe GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE
      }
    }
  }

  deinit {
    GDALMessages.collect { _ in
      if let dataset = unsafe dataset {
        if hasTransaction { _ = unsafe GDALDatasetRollbackTransaction(dataset) }
        _ = unsafe GDALClose(dataset)
      }
      unsafe OSRDestroySpatialReference(system)
    }
  }

  /// Writes a layer whose features `next` hands over, `nil` at the end: one at a time, so that memory does
  /// not grow with them.
  ///
  /// - Throws: an error of level `output`; what `next` throws. `OGR_L_CreateFeature`.
  public func write(
    _ content: VectorContent, next: () throws -> VectorContent.Feature?
  ) throws {
    let layer = unsafe try created(content)
    let definition = unsafe OGR_L_GetLayerDefn(layer)
    let promotes = content.shape == .lines || content.shape == .areas
    while let feature = try next() {
      try call("OGR_L_CreateFeature") { messages throws(GDALError) in
        guard let handle = unsafe OGR_F_Create(definition) else {
          throw messages.error(.output, "OGR_F_Create", subject: content.name)
        }
        defer { unsafe OGR_F_Destroy(handle) }
        // Formats may rename columns (PostgreSQL's laundering), but keep their order.
        for (index, value) in feature.values.enumerated() {
          unsafe set(value, at: Int32(index), of: handle)
        }
        if let geometry = feature.geometry, content.shape != .none {
          try unsafe set(geometry, promotes: promotes, of: handle, messages)
        }
        guard unsafe OGR_L_CreateFeature(layer, handle) == OGRERR_NONE else {
          throw messages.error(.output, "OGR_L_CreateFeature", subject: content.name)
        }
      }
    }
  }

  private func created(_ content: VectorContent) throws(GDALError) -> OGRLayerH {
    unsafe try call("GDALDatasetCreateLayer") { messages throws(GDALError) -> OGRLayerH in
      let type =
        switch content.shape {
        case .none: wkbNone
        case .points: wkbPoint
        case .multiPoints: wkbMultiPoint
        case .lines: wkbMultiLineString
        case .areas: wkbMultiPolygon
        case .mixed: wkbUnknown
        }
      let options = StringList(content.options)
      guard
        let layer = unsafe GDALDatasetCreateLayer(
          dataset, content.name, content.shape == .none ? nil : system, type, options.handle)
      else { throw messages.error(.output, "GDALDatasetCreateLayer", subject: content.name) }
      for field in content.fields {
        let type =
          switch field.kind {
          case .flag: OFTInteger
          case .integer: OFTInteger64
          case .real: OFTReal
          case .text: OFTString
          case .time: OFTDateTime
          }
        guard let column = unsafe OGR_Fld_Create(field.name, type) else {
          throw messages.error(.output, "OGR_Fld_Create", subject: field.name)
        }
        defer { unsafe OGR_Fld_Destroy(column) }
        if field.kind == .flag { unsafe OGR_Fld_SetSubType(column, OFSTBoolean) }
        if !field.title.isEmpty { unsafe OGR_Fld_SetAlternativeName(column, field.title) }
        guard unsafe OGR_L_CreateField(layer, column, 0) == OGRERR_NONE else {
          throw messages.error(.output, "OGR_L_CreateField", subject: field.name)
        }
      }
      return unsafe layer
    }
  }

  private func set(_ value: PropertyValue, at index: Int32, of feature: OGRFeatureH) {
    switch value {
    case .null: unsafe OGR_F_SetFieldNull(feature, index)
    case .flag(let flag): unsafe OGR_F_SetFieldInteger(feature, index, flag ? 1 : 0)
    case .integer(let number): unsafe OGR_F_SetFieldInteger64(feature, index, Int64(number))
    case .real(let number, _): unsafe OGR_F_SetFieldDouble(feature, index, number)
    case .text(let text): unsafe OGR_F_SetFieldString(feature, index, text)
    case .list(let texts):
      unsafe OGR_F_SetFieldString(feature, index, texts.joined(separator: ", "))
    }
  }

  private func set(
    _ geometry: Geometry, promotes: Bool, of feature: OGRFeatureH, _ messages: GDALMessages
  ) throws(GDALError) {
    let bytes = WellKnownBinary(geometry, promotes: promotes).bytes
    var shape: OGRGeometryH?
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe OGR_G_CreateFromWkb(buffer.baseAddress, system, &shape, Int32(buffer.count))
    }
    guard result == OGRERR_NONE, let shape = unsafe shape,
      unsafe OGR_F_SetGeometryDirectly(feature, shape) == OGRERR_NONE
    else { throw messages.error(.output, "OGR_G_CreateFromWkb", subject: location) }
  }

  /// Ends the transaction and closes.
  ///
  /// - Throws: an error of level `output` where what was still in memory cannot be written.
  public func finish() throws(GDALError) {
    try call("GDALClose") { messages throws(GDALError) in
      guard let open = unsafe dataset else { return }
      if hasTransaction {
        hasTransaction = false
        guard unsafe GDALDatasetCommitTransaction(open) == OGRERR_NONE else {
          throw messages.error(.output, "GDALDatasetCommitTransaction", subject: location)
        }
      }
      unsafe dataset = nil
      unsafe GDALClose(open)
    }
  }

  /// Runs `body` with GDAL's clock stopped; an error that GDAL only reports is thrown too.
  private func call<Result>(
    _ function: String, _ body: (GDALMessages) throws(GDALError) -> Result
  ) throws(GDALError) -> Result {
    try GDALMessages.collect { messages throws(GDALError) -> Result in
      unsafe CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", Self.fixedDate)
      defer { unsafe CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nil) }
      let result = try body(messages)
      guard messages.errors.isEmpty else {
        throw messages.error(.output, function, subject: location)
      }
      return result
    }
  }
}
