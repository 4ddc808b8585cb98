internal import GDALKit
internal import GEOSKit
internal import PROJKit
internal import Publishing
internal import SolverKit

/// The versions of the libraries that decide figures: another version may round otherwise.
enum LibraryVersions {
  /// Their names with their versions, in the order in which data pass them.
  static var members: [JSONMember] {
    [
      JSONMember("gdal", .text(GDALLibrary.version)),
      JSONMember("proj", .text(PROJLibrary.version)),
      JSONMember("geos", .text(GEOSLibrary.version)),
      JSONMember("cbc", .text(SolverLibrary.version)),
    ]
  }
}
