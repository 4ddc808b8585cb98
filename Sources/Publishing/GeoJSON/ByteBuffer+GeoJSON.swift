internal import GeoModel

extension ByteBuffer {
  /// Appends the value of a property; `false`, with nothing appended, where it is a number that is
  /// not finite, for which JSON has no form.
  mutating func append(json value: PropertyValue) -> Bool {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(number)
    case .real(let number, let decimals):
      guard number.isFinite else { return false }
      append(number, decimals: decimals)
    case .text(let text): append(jsonString: text)
    case .list(let texts):
      append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(jsonString: text)
      }
      append(UInt8(ascii: "]"))
    }
    return true
  }

  /// Appends a geometry object.
  mutating func append(_ geometry: RoundedGeometry, rounding: CoordinateRounding) {
    append(#"{"type":""#)
    append(geometry.typeName)
    append(#"","coordinates":"#)
    switch geometry {
    case .point(let point): append(point, rounding)
    case .multiPoint(let run), .lineString(let run): append(run, rounding)
    case .multiLineString(let runs), .polygon(let runs): append(runs, rounding)
    case .multiPolygon(let areas):
      append(UInt8(ascii: "["))
      for (index, runs) in areas.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(runs, rounding)
      }
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "}"))
  }

  private mutating func append(_ runs: [RoundedRun], _ rounding: CoordinateRounding) {
    append(UInt8(ascii: "["))
    for (index, run) in runs.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(run, rounding)
    }
    append(UInt8(ascii: "]"))
  }

  private mutating func append(_ run: RoundedRun, _ rounding: CoordinateRounding) {
    append(UInt8(ascii: "["))
    var isFirst = true
    for position in run {
      if !isFirst { append(UInt8(ascii: ",")) }
      isFirst = false
      append(position, rounding)
    }
    append(UInt8(ascii: "]"))
  }

  @inline(__always)
  private mutating func append(_ position: RoundedPosition, _ rounding: CoordinateRounding) {
    append(x: position.x, y: position.y, decimals: rounding.decimals, scale: rounding.scale)
  }
}

extension RoundedGeometry {
  /// The geometry's name in GeoJSON.
  var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }

  /// Calls `body` with each run of positions that makes one span of longitudes: a point, a line, an
  /// outer ring.
  func forEachRun(_ body: (RoundedRun) -> Void) {
    switch self {
    case .point(let point): body([point])
    case .multiPoint(let points): for point in points { body([point]) }
    case .lineString(let line): body(line)
    case .multiLineString(let lines): for line in lines { body(line) }
    case .polygon(let rings): rings.first.map(body)
    case .multiPolygon(let areas): for rings in areas { rings.first.map(body) }
    }
  }
}
