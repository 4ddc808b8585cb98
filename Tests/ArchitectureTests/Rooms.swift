/// A room of Sources and the only modules that its files may import, each with the reason why.
struct Room: Sendable {
  var name: String
  /// What the room is for, in a few words.
  var purpose: String
  /// A room over one C library: the only kind where `unsafe` may stand.
  var isOverC = false
  /// Module to reason.
  var imports: [String: String]
}

/// The house. Docs/architecture.md shows the same table to people; Package.swift declares the
/// part of it that SwiftPM can hold. A new import begins here, with its reason.
enum House {
  /// Modules that come with Swift, so that Package.swift does not name them.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
  ]

  /// Folders of Sources that hold a module map and shims for C, no Swift.
  static let cModules: Set<String> = ["CGDAL", "CGEOS", "CPROJ", "CDigest", "CCairo", "CCbc"]

  static let rooms: [Room] = [
    Room(name: "GeoModel", purpose: "values that all rooms share", imports: [:]),
    Room(
      name: "GeoAlgorithms", purpose: "kernels on values; neither Foundation nor C",
      imports: [
        "GeoModel": "values in, values out",
        "RealModule": "sines, square roots and logarithms without Foundation",
      ]),
    Room(
      name: "GDALKit", purpose: "reading and writing of geodata", isOverC: true,
      imports: [
        "CGDAL": "the library that this room wraps",
        "GeoModel": "what is read becomes values at once",
        "Synchronization": "the count of openings, shared by threads",
      ]),
    Room(
      name: "GEOSKit", purpose: "overlay and validity of polygons", isOverC: true,
      imports: [
        "CGEOS": "the library that this room wraps",
        "GeoModel": "geometries in, geometries out",
      ]),
    Room(
      name: "PROJKit", purpose: "coordinate operations, geodesics", isOverC: true,
      imports: [
        "CPROJ": "the library that this room wraps",
        "GeoModel": "coordinates and reference systems",
        "Glibc": "the sine of a latitude",
      ]),
    Room(
      name: "DigestKit", purpose: "SHA-256 of files", isOverC: true,
      imports: [
        "CDigest": "the library that this room wraps",
        "Glibc": "reading a file piece by piece",
      ]),
    Room(
      name: "CairoKit", purpose: "drawing and setting of text", isOverC: true,
      imports: [
        "CCairo": "the library that this room wraps",
        "GeoModel": "points and boxes of the page",
        "Glibc": "the power of a colour's linear part",
      ]),
    Room(
      name: "SolverKit", purpose: "linear and integer programs", isOverC: true,
      imports: [
        "CCbc": "the library that this room wraps",
        "Glibc": "the interrupt signal, which the library takes for itself",
        "Synchronization": "one program is solved at a time",
      ]),
    Room(
      name: "Plan", purpose: "the plan file: grammar, checks, schema",
      imports: [
        "GeoModel": "types of forest, which rules name",
        "Yams": "YAML with line and column",
        "Foundation": "reads the file, dates",
      ]),
    Room(
      name: "ForestCover", purpose: "a subject: forest by unit",
      imports: [
        "GeoModel": "values in, values out",
        "GeoAlgorithms": "shares of cells, patches, sums",
        "GEOSKit": "union and intersection of forest polygons",
        "PROJKit": "geodesic areas",
        "RealModule": "the root of a yearly rate",
      ]),
    Room(
      name: "RoadAccess", purpose: "a subject: villages, roads, centres",
      imports: [
        "GeoModel": "values in, values out",
        "GeoAlgorithms": "the network and its shortest paths",
        "SolverKit": "the proof of how good a choice of roads is",
      ]),
    Room(
      name: "Boundaries", purpose: "a subject: units, their levels and faults",
      imports: [
        "GeoModel": "values in, values out",
        "GeoAlgorithms": "index of boxes, near distances",
        "GEOSKit": "validity, and what neighbours have in common",
        "PROJKit": "geodesic areas",
        "RealModule": "powers and logarithms of figures ten times off",
      ]),
    Room(
      name: "Indicators", purpose: "a subject: tables, names, vintages, targets",
      imports: ["GeoModel": "values in, values out"]),
    Room(
      name: "Resettlement", purpose: "a subject: exposure, fit ground, who goes where",
      imports: [
        "GeoModel": "values in, values out",
        "GeoAlgorithms": "areas in common, ground within reach, networks",
        "GEOSKit": "union of hazards, overlay where outlines touch",
        "SolverKit": "who goes where",
        "RealModule": "sines of circles, weights",
      ]),
    Room(
      name: "Publishing", purpose: "layers, tables and run.json as files",
      imports: [
        "GeoModel": "the layers to write",
        "GDALKit": "the formats that are not our own",
        "GEOSKit": "mending what rounding broke",
        "DigestKit": "the digests in run.json",
        "Foundation": "temporary files and renames",
        "Dispatch": "signals: an interrupted run leaves nothing behind",
        "Synchronization": "the list of temporary files, shared by threads",
      ]),
    Room(
      name: "Cartography", purpose: "maps: themes, symbols, names, legend, page",
      imports: [
        "GeoModel": "the layers to draw",
        "GeoAlgorithms": "the projection, classes of figures, sets of lines",
        "CairoKit": "the page",
        "Publishing": "the language and its way of writing numbers",
      ]),
    Room(
      name: "Studies", purpose: "composes plan, sources, subjects and layers",
      imports: [
        "GeoModel": "the values that it passes on",
        "GeoAlgorithms": "the kernels that readers feed",
        "GDALKit": "sources",
        "GEOSKit": "validity of what was read",
        "PROJKit": "one reference system for all sources",
        "Plan": "what is asked",
        "ForestCover": "subject",
        "RoadAccess": "subject",
        "Boundaries": "subject",
        "Indicators": "subject",
        "Resettlement": "subject",
        "Publishing": "layers as files",
        "CairoKit": "the form and paper of a map",
        "Cartography": "maps of what was found",
        "DigestKit": "the digests of the sources",
        "SolverKit": "its errors, where a subject solves",
        "FoundationEssentials": "paths and dates",
        "Synchronization": "the state that workers share",
      ]),
    Room(
      name: "upland", purpose: "one file a command; exit codes",
      imports: [
        "Studies": "what each command calls",
        "Plan": "the plan's problems, printed",
        "Publishing": "tables on a terminal",
        "GeoModel": "findings, printed",
        "ArgumentParser": "arguments, help, usage errors",
        "Glibc": "whether output is a terminal",
        "Synchronization": "progress that several workers report",
      ]),
  ]

  /// Files longer than ``greatestLength`` with the reason why they are not cut yet. Shorter ones
  /// may not stand here, and nothing may exceed ``refusedLength``.
  static let longFiles: [String: String] = [:]

  static let greatestLength = 300
  static let refusedLength = 400
}
