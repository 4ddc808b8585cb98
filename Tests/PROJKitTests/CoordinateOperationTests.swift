import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Coordinate operations")
struct CoordinateOperationTests {
  static func operation(
    _ source: String, _ target: String = "OGC:CRS84", area: BoundingBox? = nil
  ) throws -> CoordinateOperation {
    try CoordinateOperation(
      from: ReferenceSystemReader.read(source), to: ReferenceSystemReader.read(target), area: area)
  }

  static let place = Coordinate(x: 108.5, y: 15)
  static let quangNgai = BoundingBox(
    minimumX: 108.1, minimumY: 14.5, maximumX: 109.2, maximumY: 15.4)

  @Test(
    "VN-2000 to WGS 84 moves a point by about 225 m, whatever area is asked for",
    arguments: [nil, quangNgai])
  func vn2000(area: BoundingBox?) throws {
    let operation = try Self.operation("EPSG:4756", "EPSG:4326", area: area)
    let moved = try operation.transform([Self.place])[0]
    #expect(abs(moved.x - 108.501_810_85) < 1e-8)
    #expect(abs(moved.y - 14.998_972_50) < 1e-8)
    #expect(operation.name == "VN-2000 to WGS 84 (2)")
    #expect(operation.accuracyMetres == 1)
    let shift = Geodesic.distance(from: Self.place, to: moved)
    #expect(shift > 220 && shift < 230)
  }

  /// Eastings and northings by `cs2cs` of PROJ 9.1.1 from EPSG:4326.
  @Test(
    "the projected systems of Vietnam, easting before northing",
    arguments: [
      ("EPSG:5898", 553_575.4597, 1_658_997.6578), ("EPSG:3405", 876_283.5210, 1_661_415.5739),
      ("EPSG:3406", 230_963.3874, 1_659_960.6724),
    ])
  func projected(system: String, easting: Double, northing: Double) throws {
    let operation = try Self.operation("OGC:CRS84", system, area: Self.quangNgai)
    let moved = try operation.transform([Self.place])[0]
    #expect(abs(moved.x - easting) < 1e-4)
    #expect(abs(moved.y - northing) < 1e-4)
  }

  /// The inverse of a seven-parameter transformation is itself an approximation, and heights are
  /// taken as 0 on both ellipsoids: a quarter of a millimetre. A projection alone is exact.
  @Test(
    "there and back is within half a millimetre, without a datum within 10 nm", arguments: 1...10)
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let places = (0..<50).map { _ in
      Coordinate(
        x: .random(in: 108...109, using: &generator),
        y: .random(in: 14.5...15.5, using: &generator))
    }
    for (source, target, metres) in [
      ("OGC:CRS84", "EPSG:5898", 5e-4), ("OGC:CRS84", "EPSG:3405", 5e-4),
      ("OGC:CRS84", "EPSG:3406", 5e-4), ("OGC:CRS84", "EPSG:4756", 5e-4),
      ("OGC:CRS84", "EPSG:32649", 1e-8), ("EPSG:4756", "EPSG:5898", 1e-8),
    ] {
      let operation = try Self.operation(source, target)
      let back = try operation.inverse(operation.transform(places))
      for (place, found) in zip(places, back) {
        #expect(
          Geodesic.distance(from: place, to: found) < metres,
          "seed \(seed), \(source) to \(target), \(place)")
      }
    }
  }

  @Test("a system onto itself, and EPSG's order of axes onto longitude first, changes nothing")
  func identity() throws {
    for (source, target) in [
      ("OGC:CRS84", "OGC:CRS84"), ("EPSG:4326", "OGC:CRS84"), ("EPSG:5898", "EPSG:5898"),
    ] {
      let operation = try Self.operation(source, target)
      #expect(try operation.transform([Self.place]) == [Self.place], "\(source)")
    }
    #expect(try Self.operation("EPSG:4326").transform([]) == [])
  }

  @Test("a position's image depends neither on its neighbours nor on the order")
  func order() throws {
    let places = (0..<40).map { Coordinate(x: 108 + Double($0) / 50, y: 15.3 - Double($0) / 60) }
    let operation = try Self.operation("EPSG:4756", "EPSG:5898")
    let together = try operation.transform(places)
    #expect(try operation.transform(places.reversed()) == together.reversed())
    #expect(try places.map { try operation.transform([$0])[0] } == together)
    #expect(try Self.operation("EPSG:4756", "EPSG:5898").transform(places) == together)
  }

  @Test("each worker with an operation of its own finds the same")
  func threads() async throws {
    let places = (0..<200).map { Coordinate(x: 108 + Double($0) / 300, y: 15) }
    let alone = try Self.operation("EPSG:4756").transform(places)
    try await withThrowingTaskGroup(of: [Coordinate].self) { group in
      for _ in 0..<16 {
        group.addTask { try Self.operation("EPSG:4756").transform(places) }
      }
      for try await found in group { #expect(found == alone) }
    }
  }

  static func projection(datum: String) -> String {
    """
    PROJCS["\(datum) TM-3",GEOGCS["GCS_\(datum)",DATUM["D_\(datum)",\
    SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
    PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
    PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",0.9999],\
    PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
    """
  }

  @Test("a .prj whose datum PROJ does not know is refused: only a ballpark would be left")
  func ballpark() throws {
    let unknown = try ReferenceSystemReader.read(Self.projection(datum: "Tinh_Quang_Ngai"))
    let expected = PROJError.ballparkOnly(from: "Tinh_Quang_Ngai TM-3", to: "WGS 84 (CRS84)")
    let error = #expect(throws: PROJError.self) {
      try CoordinateOperation(from: unknown, to: .longitudeLatitude)
    }
    #expect(error == expected)
    #expect(
      error?.message
        == "from Tinh_Quang_Ngai TM-3 to WGS 84 (CRS84) PROJ knows only a ballpark transformation,"
        + " which ignores the datum")
  }

  @Test("the same .prj with Esri's name of VN-2000 is known, and moves by the datum")
  func esri() throws {
    let known = try ReferenceSystemReader.read(Self.projection(datum: "Vietnam_2000"))
    let operation = try CoordinateOperation(from: known, to: .longitudeLatitude)
    let moved = try operation.transform([Coordinate(x: 553_575.4597, y: 1_658_997.6578)])[0]
    #expect(Geodesic.distance(from: moved, to: Self.place) < 1e-3)
  }

  @Test("a position without an image is named, in the source's order of axes")
  func outOfDomain() throws {
    let operation = try Self.operation("OGC:CRS84", "EPSG:5898")
    let error = #expect(throws: PROJError.self) {
      try operation.transform([Self.place, Coordinate(x: 1_658_997, y: 553_575)])
    }
    #expect(error == .outOfDomain(x: 1_658_997, y: 553_575, operation: operation.name))
    #expect(error?.message.contains("1658997.0, 553575.0") == true)
    #expect(throws: PROJError.self) { try operation.transform([Coordinate(x: .nan, y: 15)]) }
    // The failure leaves nothing behind.
    #expect(try operation.inverse(operation.transform([Self.place])).count == 1)
  }
}
