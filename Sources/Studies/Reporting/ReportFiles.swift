internal import FoundationEssentials
internal import Publishing

/// Where a report's template and the library that draws its map lie on this machine.
enum ReportFiles {
  /// The variable that names a folder of Leaflet in place of the places where it is looked for.
  static let variable = "UPLAND_LEAFLET"

  /// The folder of Debian's package, and the script, the shorter one first.
  private static let system = "/usr/share/javascript/leaflet"
  private static let scripts = ["leaflet.min.js", "leaflet.js"]
  private static let style = "leaflet.css"

  /// The template that belongs to the program.
  ///
  /// - Throws: ``StudyError/input(_:)`` where it is not there.
  static func template() throws(StudyError) -> ReportTemplate {
    let folder = try InstalledData.folder("report", having: "page.html")
    var files: [String: [UInt8]] = [:]
    for name in FileProbe.names(in: folder) where !name.hasPrefix(".") {
      files[name] = try bytes(ofFileAt: "\(folder)/\(name)")
    }
    return ReportTemplate(files: files)
  }

  /// Leaflet: in the folder that ``variable`` names, else beside an installed program
  /// (`PREFIX/share/upland/leaflet`), else where Debian's package puts it.
  ///
  /// - Throws: ``StudyError/input(_:)`` where it is nowhere, or is not Leaflet.
  static func library() throws(StudyError) -> ReportLibrary {
    let named = ProcessInfo.processInfo.environment[variable]
    let own = try? InstalledData.folder("leaflet", having: style)
    for folder in named.map({ [$0] }) ?? [own, system].compactMap(\.self) {
      guard FileProbe.exists("\(folder)/\(style)"),
        let script = scripts.first(where: { FileProbe.exists("\(folder)/\($0)") })
      else { continue }
      let texts = [
        try bytes(ofFileAt: "\(folder)/\(script)"), try bytes(ofFileAt: "\(folder)/\(style)"),
      ].map { String(decoding: $0, as: UTF8.self) }
      do throws(ReportError) {
        return try ReportLibrary(script: texts[0], style: texts[1])
      } catch {
        throw .input([error.message])
      }
    }
    throw .input([
      "Leaflet, which draws the report's map, is not there; install Debian's package libjs-leaflet"
        + (named.map { " (\(variable) names '\($0)')" } ?? "")
    ])
  }

  private static func bytes(ofFileAt path: String) throws(StudyError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .input(["\(path): cannot be read"])
    }
  }
}
