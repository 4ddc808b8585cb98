internal import FoundationEssentials

/// Where the data that belong to the program lie on this machine: sample and rules.
enum InstalledData {
  /// The folder `name`, known by the file `sign` in it: beside an installed program
  /// (`PREFIX/share/upland/NAME`), or in the checkout that the program was built in
  /// (`GeoData/NAME`).
  ///
  /// - Throws: ``StudyError/input(_:)`` where neither is there.
  static func folder(_ name: String, having sign: String) throws(StudyError) -> String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let parts = program.split(separator: "/").dropLast()
    let parents = (0...parts.count).map { "/" + parts.dropLast($0).joined(separator: "/") }
    let candidates =
      parents.prefix(2).map { "\($0)/share/upland/\(name)" }
      + parents.map { "\($0)/GeoData/\(name)" }
    guard let found = candidates.first(where: { FileProbe.exists("\($0)/\(sign)") }) else {
      throw .input([
        "the program's own data (share/upland/\(name)) are not beside it; install with make install"
      ])
    }
    return found
  }

  /// The name in outputs of a file of the program's, the same wherever it is installed:
  /// `upland:rules/forest/vn-2018.yaml`.
  static func publishedName(of path: String) -> String {
    let parts = path.split(separator: "/")
    let start = parts.lastIndex { $0 == "GeoData" || $0 == "upland" }.map { $0 + 1 } ?? 0
    return "upland:" + parts[start...].joined(separator: "/")
  }
}
