internal import CGDAL

/// The library as a whole: its drivers and its version.
public enum GDALLibrary {
  /// The version of GDAL in use, for example `3.6.2`. `GDALVersionInfo`.
  public static var version: String {
    guard let text = unsafe GDALVersionInfo("RELEASE_NAME") else { return "unknown" }
    return unsafe String(cString: text)
  }

  /// Registers all drivers, once a process; every opening calls it first. `GDALAllRegister`.
  static func register() {
    _ = registered
  }

  private static let registered: Bool = {
    GDALAllRegister()
    // Blocks are read once, in the order of the file; GDAL would keep 5 % of the memory for blocks
    // that nobody asks for again. A user's own GDAL_CACHEMAX holds.
    if unsafe CPLGetConfigOption("GDAL_CACHEMAX", nil) == nil {
      GDALSetCacheMax64(Int64(blockCacheBytes))
    }
    return true
  }()

  /// The memory for blocks of rasters, in bytes.
  private static let blockCacheBytes = 32 << 20

  /// The short name of the driver that would open `location` (`GPKG`, `OSM`, `GTiff`), `nil` where
  /// none would. `GDALIdentifyDriverEx`.
  public static func driver(for location: String) -> String? {
    register()
    return GDALMessages.collect { _ in
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_RASTER)
      guard let driver = unsafe GDALIdentifyDriverEx(location, flags, nil, nil),
        let name = unsafe GDALGetDriverShortName(driver)
      else { return nil }
      return unsafe String(cString: name)
    }
  }
}

/// What it takes to open a dataset: a value that workers pass on, because an open dataset belongs
/// to one thread.
public struct DatasetSource: Sendable, Hashable {
  /// A path, or anything else that GDAL opens (`PG:…`, `/vsizip/…`, `/vsicurl/…`).
  public var location: String
  /// Open options of the driver, `NAME=VALUE`.
  public var openOptions: [String]

  /// Makes a description.
  public init(location: String, openOptions: [String] = []) {
    self.location = location
    self.openOptions = openOptions
  }
}

/// A C list of strings and its lifetime.
@safe final class StringList {
  private(set) var handle: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

  init(_ values: [String]) {
    for value in values { unsafe handle = CSLAddString(handle, value) }
  }

  /// The list as functions take it that only read it.
  var constant: UnsafePointer<UnsafePointer<CChar>?>? {
    unsafe UnsafeRawPointer(handle)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  }

  /// The same for functions that declare the list mutable and still only read it.
  var borrowed: UnsafeMutablePointer<UnsafePointer<CChar>?>? {
    unsafe UnsafeMutableRawPointer(handle)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  }

  deinit {
    unsafe CSLDestroy(handle)
  }
}
