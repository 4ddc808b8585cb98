internal import CGDAL
internal import Synchronization

/// The set-up that GDAL's OpenStreetMap driver needs so that tags come as fields.
///
/// The driver makes fields only of the tags that a configuration file lists, under laundered
/// names. This writes such a file into GDAL's memory for just the tags that a reader asks for, so
/// that a plan may name any tag (`surface`, `name:vi`) without a set-up by the user.
struct OpenStreetMapFields {
  /// Tags that are no sign of a place of its own: a node with no others is not reported.
  private static let insignificant = "created_by,converted_by,source,time,ele,attribution"

  /// Keys by which a closed way is an area, as in GDAL's own default set-up.
  private static let areaKeys =
    "aeroway,amenity,boundary,building,craft,geological,historic,landuse,leisure,military,"
    + "natural,office,place,shop,sport,tourism,highway=platform,public_transport=platform"

  /// The names of the tags, each once: of a name given twice the driver fills only one field.
  let tags: [String]

  init(tags: [String]) {
    self.tags = tags.reduce(into: []) { list, tag in
      if !list.contains(tag) { list.append(tag) }
    }
  }

  /// The names that the driver gives without being asked.
  static let builtIn: Set<String> = ["osm_id", "osm_way_id", "FID", "OGR_GEOMETRY", "OGR_STYLE"]

  /// The text of the configuration file.
  var configuration: String {
    let attributes = tags.filter { !Self.builtIn.contains($0) }.joined(separator: ",")
    var text = """
      closed_ways_are_polygons=\(Self.areaKeys)
      attribute_name_laundering=no
      report_all_nodes=no
      report_all_ways=no

      """
    for layer in ["points", "lines", "multipolygons", "multilinestrings", "other_relations"] {
      text += "[\(layer)]\nosm_id=yes\n"
      if layer == "multipolygons" { text += "osm_way_id=yes\n" }
      text += "attributes=\(attributes)\nother_tags=no\n"
      text += "unsignificant=\(Self.insignificant)\nignore=created_by,converted_by\n\n"
    }
    return text
  }

  /// Opens `location` with this set-up; the file in memory lives only for the opening.
  func open(_ location: String) throws(GDALError) -> DatasetHandle {
    let path = "/vsimem/upland-osm-\(Self.nextNumber()).ini"
    let bytes = Array(configuration.utf8)
    let written = unsafe bytes.withUnsafeBytes { buffer -> Bool in
      guard let file = unsafe VSIFOpenL(path, "wb") else { return false }
      let count = unsafe VSIFWriteL(buffer.baseAddress, 1, buffer.count, file)
      return unsafe VSIFCloseL(file) == 0 && count == buffer.count
    }
    defer { unsafe VSIUnlink(path) }
    guard written else {
      throw GDALError(
        level: .source, function: "VSIFOpenL", subject: location,
        messages: ["the field set-up could not be written to memory"])
    }
    return try DatasetHandle(
      opening: DatasetSource(location: location, openOptions: ["CONFIG_FILE=\(path)"]),
      flags: GDAL_OF_VECTOR)
  }

  /// A number that no other opening of this process has, so that threads do not share a file.
  private static func nextNumber() -> Int {
    let counter = OpeningCounter.shared
    return counter.next()
  }
}

/// Counts openings across threads.
private final class OpeningCounter: Sendable {
  static let shared = OpeningCounter()
  private let value = Atomic<Int>(0)

  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
