internal import CGDAL

/// An open dataset and its lifetime. Belongs to the thread that opened it.
@safe final class DatasetHandle {
  let pointer: GDALDatasetH
  let location: String

  /// Opens `source` for reading. `GDALOpenEx`.
  init(opening source: DatasetSource, flags: Int32) throws(GDALError) {
    GDALLibrary.register()
    let options = StringList(source.openOptions)
    let opened = unsafe try GDALMessages.collect { messages throws(GDALError) -> GDALDatasetH in
      let all = UInt32(flags | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
      guard let pointer = unsafe GDALOpenEx(source.location, all, nil, options.constant, nil) else {
        throw messages.error(.source, "GDALOpenEx", subject: source.location)
      }
      return unsafe pointer
    }
    unsafe pointer = unsafe opened
    location = source.location
  }

  deinit {
    unsafe GDALClose(pointer)
  }

  /// The short name of the driver that opened it.
  var driver: String {
    guard let driver = unsafe GDALGetDatasetDriver(pointer),
      let name = unsafe GDALGetDriverShortName(driver)
    else { return "unknown" }
    return unsafe String(cString: name)
  }
}

/// The definition of a spatial reference as text for PROJ: authority and code where the source
/// names them, else WKT 2. `OSRGetAuthorityCode`, `OSRExportToWktEx`.
func definition(of system: OGRSpatialReferenceH?) -> String? {
  guard let system = unsafe system else { return nil }
  if let authority = unsafe OSRGetAuthorityName(system, nil),
    let code = unsafe OSRGetAuthorityCode(system, nil)
  {
    return unsafe "\(String(cString: authority)):\(String(cString: code))"
  }
  let options = StringList(["FORMAT=WKT2_2018"])
  var text: UnsafeMutablePointer<CChar>?
  guard unsafe OSRExportToWktEx(system, &text, options.constant) == OGRERR_NONE,
    let text = unsafe text
  else { return nil }
  defer { unsafe VSIFree(text) }
  let written = unsafe String(cString: text)
  return written.isEmpty ? nil : written
}
