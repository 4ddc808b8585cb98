internal import CGDAL

/// What this build of GDAL can write vectors to.
public enum VectorDriver {
  /// Whether the driver called `name` (`GPKG`, `FlatGeobuf`) is there and makes new datasets of vectors.
  /// `GDALGetDriverByName`, `GDALGetMetadataItem`.
  public static func canWrite(_ name: String) -> Bool {
    GDALLibrary.register()
    return GDALMessages.collect { _ in
      guard let driver = unsafe GDALGetDriverByName(name) else { return false }
      let writesVectors = unsafe GDALGetMetadataItem(driver, GDAL_DCAP_VECTOR, nil) != nil
      let makesFiles = unsafe GDALGetMetadataItem(driver, GDAL_DCAP_CREATE, nil) != nil
      return writesVectors && makesFiles
    }
  }
}
