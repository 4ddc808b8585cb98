import GeoModel

/// Writes small maps as text: GeoJSON, and tables with WKT.
enum MapText {
  /// A feature to write: its properties as JSON values, and its geometry.
  struct Feature {
    var properties: [(name: String, json: String)]
    var geometry: Geometry?

    /// A feature whose properties are texts.
    init(_ properties: KeyValuePairs<String, String>, _ geometry: Geometry?) {
      self.properties = properties.map { ($0.key, "\"\($0.value)\"") }
      self.geometry = geometry
    }

    /// A feature with properties as they stand in JSON.
    init(json properties: KeyValuePairs<String, String>, _ geometry: Geometry?) {
      self.properties = properties.map { ($0.key, $0.value) }
      self.geometry = geometry
    }
  }

  /// A GeoJSON text; `system` is an EPSG code, written as the member `crs`.
  static func geoJSON(_ features: [Feature], system: Int? = nil) -> String {
    let crs = system.map {
      "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::\($0)\"}},"
    }
    let list = features.map { feature in
      let members = feature.properties.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",")
      return "{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":"
        + (feature.geometry.map(json) ?? "null") + "}"
    }
    return "{\"type\":\"FeatureCollection\",\(crs ?? "")\"features\":[\n"
      + list.joined(separator: ",\n") + "\n]}\n"
  }

  /// A table with a column `WKT` of geometries, as GDAL reads it; it declares no reference system.
  static func table(_ features: [Feature]) -> String {
    let names = features.first?.properties.map(\.name) ?? []
    let rows = features.map { feature in
      (["\"" + (feature.geometry.map(wkt) ?? "") + "\""] + feature.properties.map(\.json))
        .joined(separator: ",")
    }
    return ((["WKT"] + names).joined(separator: ",") + "\n") + rows.joined(separator: "\n") + "\n"
  }

  private static func json(_ geometry: Geometry) -> String {
    func position(_ place: Coordinate) -> String { "[\(place.x),\(place.y)]" }
    func run(_ places: [Coordinate]) -> String {
      "[" + places.map(position).joined(separator: ",") + "]"
    }
    func rings(_ polygon: Polygon) -> String {
      "[" + polygon.rings.map { run($0.coordinates) }.joined(separator: ",") + "]"
    }
    let coordinates =
      switch geometry {
      case .point(let place): position(place)
      case .multiPoint(let places), .lineString(let places): run(places)
      case .multiLineString(let lines): "[" + lines.map(run).joined(separator: ",") + "]"
      case .polygon(let polygon): rings(polygon)
      case .multiPolygon(let parts): "[" + parts.map(rings).joined(separator: ",") + "]"
      }
    return "{\"type\":\"\(geometry.typeName)\",\"coordinates\":\(coordinates)}"
  }

  private static func wkt(_ geometry: Geometry) -> String {
    func run(_ places: [Coordinate]) -> String {
      "(" + places.map { "\($0.x) \($0.y)" }.joined(separator: ",") + ")"
    }
    func rings(_ polygon: Polygon) -> String {
      "(" + polygon.rings.map { run($0.coordinates) }.joined(separator: ",") + ")"
    }
    let text =
      switch geometry {
      case .point(let place): run([place])
      case .multiPoint(let places), .lineString(let places): run(places)
      case .multiLineString(let lines): "(" + lines.map(run).joined(separator: ",") + ")"
      case .polygon(let polygon): rings(polygon)
      case .multiPolygon(let parts): "(" + parts.map(rings).joined(separator: ",") + ")"
      }
    return geometry.typeName.uppercased() + " " + text
  }
}

/// A rectangle between two corners.
func rectangle(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> Geometry {
  area([(left, bottom), (right, bottom), (right, top), (left, top)])
}

/// An area without holes.
func area(_ corners: [(Double, Double)]) -> Geometry {
  .polygon(Polygon(exterior: LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) })))
}

/// A point.
func point(_ x: Double, _ y: Double) -> Geometry { .point(Coordinate(x: x, y: y)) }
