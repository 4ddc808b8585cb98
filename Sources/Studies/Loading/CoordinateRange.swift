internal import GeoModel
internal import PROJKit

/// Finds coordinates that cannot be what their reference system says.
enum CoordinateRange {
  /// How far outside its area of use a projected system is believed, in degrees.
  private static let margin = 10.0
  /// How far outside its area of use a place still looks like one inside, in degrees.
  private static let near = 1.0

  /// What is wrong with coordinates that fill `box` in `system`; `nil` where nothing is.
  static func fault(of box: BoundingBox, in system: ReferenceSystem) -> String? {
    guard !box.isEmpty else { return nil }
    let span =
      "x \(short(box.minimumX)) to \(short(box.maximumX)),"
      + " y \(short(box.minimumY)) to \(short(box.maximumY))"
    if system.isGeographic {
      if box.minimumX >= -180, box.maximumX <= 180, box.minimumY >= -90, box.maximumY <= 90 {
        return nil
      }
      let swapped =
        box.minimumX >= -90 && box.maximumX <= 90 && box.maximumY <= 180 && box.minimumY >= -180
      let isTurned =
        box.minimumX >= -360 && box.maximumX <= 360 && box.minimumY >= -90 && box.maximumY <= 90
      let guess =
        swapped
        ? "x and y look swapped"
        : isTurned
          ? "longitudes run on past 180°: cut the features there (ogr2ogr -wrapdateline)"
          : "the coordinates look like metres of a projected system"
      return "coordinates out of the range of longitude and latitude (\(span)); \(guess)"
    }
    if abs(box.minimumX) <= 360, abs(box.maximumX) <= 360, abs(box.minimumY) <= 90,
      abs(box.maximumY) <= 90
    {
      return "coordinates in degrees (\(span)) under \(system.name), which counts in metres"
    }
    return faultByAreaOfUse(box, system, span)
  }

  /// The same for a raster that fills `box`: a global one may run past 180° or a pole by some cells,
  /// or count longitudes from 0 to 360.
  static func fault(ofRaster box: BoundingBox, in system: ReferenceSystem) -> String? {
    guard system.isGeographic else { return fault(of: box, in: system) }
    let widened = BoundingBox(
      minimumX: -361, minimumY: -91, maximumX: 361, maximumY: 91)
    let corners = [
      Coordinate(x: box.minimumX, y: box.minimumY), Coordinate(x: box.maximumX, y: box.maximumY),
    ]
    return corners.allSatisfy(widened.contains) ? nil : fault(of: box, in: system)
  }

  private static func faultByAreaOfUse(
    _ box: BoundingBox, _ system: ReferenceSystem, _ span: String
  ) -> String? {
    guard let area = try? ReferenceSystemReader.areaOfUse(of: system),
      area.minimumX <= area.maximumX,
      let operation = try? CoordinateOperation(from: system, to: .longitudeLatitude)
    else { return nil }
    let corners = [
      Coordinate(x: box.minimumX, y: box.minimumY), Coordinate(x: box.maximumX, y: box.maximumY),
    ]
    func lie(_ corners: [Coordinate], within degrees: Double) -> Bool {
      let believed = BoundingBox(
        minimumX: area.minimumX - degrees, minimumY: area.minimumY - degrees,
        maximumX: area.maximumX + degrees, maximumY: area.maximumY + degrees)
      return (try? operation.transform(corners))?.allSatisfy(believed.contains) ?? false
    }
    // A northing of 1,660,000 read as an easting is still within reach of a wide margin.
    let swapped = corners.map { Coordinate(x: $0.y, y: $0.x) }
    if !lie(corners, within: near), lie(swapped, within: near) {
      return "coordinates outside the area of \(system.name) (\(span)), inside once swapped;"
        + " x may be northing and y easting"
    }
    if lie(corners, within: margin) { return nil }
    return "coordinates far outside the area of \(system.name) (\(span)); the system may be another"
  }

  private static func short(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? String(Int(rounded)) : String(rounded)
  }
}
