internal import CGDAL

/// Files as GDAL sees them: of the disk, of an archive (`/vsizip/`), of the web (`/vsicurl/`).
public enum VirtualFile {
  /// The bytes of the file at `location`.
  ///
  /// - Throws: an error of level ``GDALError/Level/source`` where it cannot be read.
  /// - Source: `VSIFOpenL`, `VSIFReadL`. O(size).
  public static func bytes(at location: String) throws(GDALError) -> [UInt8] {
    try GDALMessages.collect { messages throws(GDALError) -> [UInt8] in
      guard let file = unsafe VSIFOpenL(location, "rb") else {
        throw messages.error(.source, "VSIFOpenL", subject: location)
      }
      defer { _ = unsafe VSIFCloseL(file) }
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = unsafe piece.withUnsafeMutableBytes {
          unsafe VSIFReadL($0.baseAddress, 1, $0.count, file)
        }
        bytes.append(contentsOf: piece[..<count])
        if count < piece.count { break }
      }
      guard unsafe VSIFEofL(file) != 0 else {
        throw messages.error(.source, "VSIFReadL", subject: location)
      }
      return bytes
    }
  }
}
