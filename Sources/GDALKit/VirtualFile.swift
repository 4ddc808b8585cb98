internal import CGDAL

/// Files as GDAL sees them: of the disk, of an archive (`/vsizip/`), of the web (`/vsicurl/`).
public enum VirtualFile {
  /// The bytes of the file at `location`.
  ///
  /// - Throws: an error of level ``GDALError/Level/source`` where it cannot be read.
  /// - Source: `VSIIngestFile`. O(size).
  public static func bytes(at location: String) throws(GDALError) -> [UInt8] {
    try GDALMessages.collect { messages throws(GDALError) -> [UInt8] in
      var buffer: UnsafeMutablePointer<GByte>?
      var size: vsi_l_offset = 0
      guard unsafe VSIIngestFile(nil, location, &buffer, &size, -1) != 0,
        let buffer = unsafe buffer
      else { throw messages.error(.source, "VSIIngestFile", subject: location) }
      defer { unsafe VSIFree(buffer) }
      return unsafe Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }
  }
}
