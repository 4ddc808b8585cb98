import Foundation
import GDALKit
import GeoModel
import PROJKit
import Studies
import Testing

/// Rasters and units at the ends of longitude and latitude.
@Suite("Rasters at the antimeridian and the poles")
struct RasterEdgeTests {
  /// One unit of several areas, all in longitude and latitude.
  private func folder(_ areas: [Geometry]) throws -> PlanFolder {
    let folder = try PlanFolder()
    let polygons = areas.flatMap(\.polygons)
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "1"], .multiPolygon(polygons))]),
      to: "units.geojson")
    return folder
  }

  private func unit(_ folder: PlanFolder) async throws -> LayerFeature {
    let plan = """
      units: {level: commune, source: units.geojson, code: code}
      forest: {rule: r, source: cover.tif, classes: [1]}

      """
    return try #require(
      try await folder.session(plan).forestCover(level: nil, in: nil).layer.features.first)
  }

  /// Shares of the unit's area: forest, other, outside.
  private func parts(_ folder: PlanFolder) async throws -> [Double] {
    let unit = try await unit(folder)
    let area = try #require(unit.number("area_ha"))
    return ["forest_ha", "other_ha", "outside_ha"].map { (unit.number($0) ?? .nan) / area }
  }

  /// Degrees of one row about the equator, forest in every third; `left` is the western edge.
  private func write(_ folder: PlanFolder, left: Double, columns: Int, step: Double = 1) throws {
    let cells = (0..<columns).map { column -> UInt8 in
      let middle = left + (Double(column) + 0.5) * step
      let degree = Int((middle + 720).rounded(.down)) % 360
      return degree % 3 == 0 ? 1 : 2
    }
    try folder.write(
      .bytes(cells),
      grid: GridGeometry(
        columns: columns, rows: 1, originX: left, columnStepX: step, originY: 1, rowStepY: -1),
      system: "EPSG:4326", noData: nil, to: "cover.tif")
  }

  /// 177° E to 177° W in two parts; of its six degrees 177 and 180 are forest, each whole.
  @Test(
    "a unit cut at 180° lies on a raster of any longitudes",
    arguments: [(-180, 360), (0, 360), (170, 20), (-190, 20), (-360, 360), (177, 6)])
  func antimeridian(left: Int, columns: Int) async throws {
    let folder = try folder([rectangle(177, 0, 180, 1), rectangle(-180, 0, -177, 1)])
    try write(folder, left: Double(left), columns: columns)
    let found = try await parts(folder)
    #expect(zip(found, [1 / 3.0, 2 / 3.0, 0]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found)")
  }

  @Test("a unit across the ends of a raster that goes all round is divided there")
  func division() async throws {
    // 1.5° W to 1.5° E: degree 0 is forest, and half of degree 359 and 1 and 358 are not.
    let folder = try folder([rectangle(-1.5, 0, 1.5, 1)])
    try write(folder, left: 0, columns: 360)
    var found = try await parts(folder)
    #expect(zip(found, [1 / 3.0, 2 / 3.0, 0]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found)")
    // Cells that straddle the raster's end, and half a cell that it holds twice.
    try write(folder, left: -0.25, columns: 720, step: 0.5)
    found = try await parts(folder)
    #expect(found[2] == 0 && abs(found[0] + found[1] - 1) < 1e-12, "\(found)")
  }

  @Test("a part that the raster does not have is outside, the other is not")
  func halfThere() async throws {
    let folder = try folder([rectangle(177, 0, 180, 1), rectangle(-180, 0, -177, 1)])
    try write(folder, left: 177, columns: 3)
    let found = try await parts(folder)
    #expect(zip(found, [1 / 6.0, 1 / 3.0, 0.5]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found)")
  }

  /// A ring of latitudes about the pole in a polar stereographic raster, with the pole in the middle
  /// of a cell: all there, and the cells add up to the unit's area.
  @Test("a raster about a pole, the pole within a cell", arguments: [3995, 3031])
  func pole(system: Int) async throws {
    let side = system == 3995 ? 1.0 : -1.0
    var corners = (0...720).map { (Double($0) / 2 - 180, side * 88) }
    corners += [(180, side * 90), (-180, side * 90)]
    let folder = try folder([area(corners)])
    let (columns, size) = (101, 10_000.0)
    let corner = Double(columns) * size / 2
    let cells = (0..<columns * columns).map { index -> UInt8 in
      index % columns <= 50 && index / columns <= 50 ? 1 : 2
    }
    try folder.write(
      .bytes(cells),
      grid: GridGeometry(
        columns: columns, rows: columns, originX: -corner, columnStepX: size, originY: corner,
        rowStepY: -size), system: "EPSG:\(system)", noData: nil, to: "cover.tif")
    let plan = """
      units: {level: commune, source: units.geojson, code: code}
      forest: {rule: r, source: cover.tif, classes: [1]}

      """
    let result = try await folder.session(plan).run(to: "\(folder.path)/out")
    let unit = try #require(result.layers.first { $0.name == "forest-cover" }?.features.first)
    let whole = try #require(unit.number("area_ha"))
    #expect(unit.number("outside_ha") == 0)
    // A quadrant, and half a cell on two of its sides: radius 223 km.
    #expect(abs((unit.number("forest_ha") ?? 0) / whole - 0.25) < 0.03)
    #expect(
      !result.warnings.contains { $0.contains("add up to another area") }, "\(result.warnings)")
  }

  /// 500 km of a UTM zone in cells of 5 km, the central meridian in the middle: cells at the rim are
  /// 0.15 % smaller on the ground, and few enough for no lattice of 1024 cells to show it.
  @Test("the cells of a small raster of large cells have their own areas")
  func largeCells() async throws {
    let operation = try CoordinateOperation(
      from: ReferenceSystemReader.read("EPSG:32649"), to: .longitudeLatitude)
    let grid = GridGeometry(
      columns: 101, rows: 21, originX: 247_500, columnStepX: 5000, originY: 1_700_000,
      rowStepY: -5000)
    func ground(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) throws -> Double {
      // Every cell border is a vertex, so that edges are those of the cells.
      let (left, right) = (columns.lowerBound, columns.upperBound + 1)
      let (top, bottom) = (rows.lowerBound, rows.upperBound + 1)
      let ring =
        (left...right).map { ($0, bottom) } + (top..<bottom).reversed().map { (right, $0) }
        + (left..<right).reversed().map { ($0, top) } + (top + 1..<bottom).map { (left, $0) }
      let corners = ring.map { grid.position(column: Double($0.0), row: Double($0.1)) }
      return Geodesic.area(of: LinearRing(try operation.transform(corners))) / 10_000
    }
    let folder = try PlanFolder()
    let whole = area([
      (247_500, 1_595_000), (752_500, 1_595_000), (752_500, 1_700_000), (247_500, 1_700_000),
    ])
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "1"], whole)], system: 32649),
      to: "units.geojson")
    try folder.write(
      .bytes((0..<21 * 101).map { $0 % 101 == 50 ? 1 : 2 }), grid: grid, system: "EPSG:32649",
      noData: nil, to: "cover.tif")
    let unit = try await unit(folder)
    let forest = try ground(50...50, 0...20) / ground(0...100, 0...20)
    let found = (unit.number("forest_ha") ?? .nan) / (unit.number("area_ha") ?? .nan)
    #expect(abs(found / forest - 1) < 1e-6, "\(found / forest - 1)")
  }

  /// Rows of 1° up to the pole and one beyond it, which has no area.
  @Test("a geographic raster up to the pole and over it", arguments: [false, true])
  func lastParallel(southUp: Bool) async throws {
    let folder = try folder([rectangle(10, 86, 20, 90)])
    // Rows 90-91 (nowhere), 89-90 forest, then other land.
    let codes: [UInt8] = [1, 1, 2, 2, 2]
    let rows = southUp ? codes.reversed() : codes
    try folder.write(
      .bytes(rows.flatMap { [UInt8](repeating: $0, count: 10) }),
      grid: GridGeometry(
        columns: 10, rows: 5, originX: 10, columnStepX: 1, originY: southUp ? 86 : 91,
        rowStepY: southUp ? 1 : -1), system: "EPSG:4326", noData: nil, to: "cover.tif")
    let found = try await parts(folder)
    // The areas of polar caps are as the squares of their radii, nearly.
    #expect(abs(found[0] - 1 / 16.0) < 1e-3 && abs(found[0] + found[1] - 1) < 1e-12, "\(found)")
  }

  @Test("a raster turned by a right angle or read from the south is the same land")
  func orientations() async throws {
    let folder = try TwoUnits.folder()
    func forest(_ x: Int, _ y: Int) -> UInt8 { (x * x + 3 * y * y + x * y) % 7 < 3 ? 1 : 2 }
    func write(_ grid: GridGeometry, _ place: (Int, Int) -> (Int, Int)) async throws -> [Double] {
      let cells = (0..<grid.rows).flatMap { row in
        (0..<grid.columns).map { column in
          let (x, y) = place(column, row)
          return forest(x, y)
        }
      }
      try folder.write(
        .bytes(cells), grid: grid, system: "EPSG:4326", noData: nil, to: "cover.tif")
      return try await folder.session(
        TwoUnits.plan + "forest: {rule: r, source: cover.tif, classes: [1], min_patch_ha: 300}\n"
      ).forestCover(level: nil, in: nil).layer.features.map { $0.number("forest_ha") ?? .nan }
    }
    let northUp = try await write(
      GridGeometry(
        columns: 20, rows: 10, originX: 108, columnStepX: 0.01, originY: 15.1, rowStepY: -0.01)
    ) { ($0, 9 - $1) }
    let others = [
      try await write(
        GridGeometry(
          columns: 20, rows: 10, originX: 108, columnStepX: 0.01, originY: 15, rowStepY: 0.01)
      ) { ($0, $1) },
      try await write(
        GridGeometry(
          columns: 20, rows: 10, originX: 108.2, columnStepX: -0.01, originY: 15.1,
          rowStepY: -0.01)
      ) { (19 - $0, 9 - $1) },
      try await write(
        GridGeometry(
          columns: 10, rows: 20, originX: 108, columnStepX: 0, rowStepX: 0.01, originY: 15,
          columnStepY: 0.01, rowStepY: 0)
      ) { ($1, $0) },
    ]
    #expect(northUp.allSatisfy { $0 > 1000 })
    for (number, other) in others.enumerated() {
      for (one, two) in zip(northUp, other) {
        // Turned cells have areas from a lattice, whose error may be 1e-7.
        #expect(abs(one / two - 1) < 2e-7, "orientation \(number): \(one) \(two)")
      }
    }
  }

  @Test("a raster of one cell, larger and smaller than a unit")
  func oneCell() async throws {
    let folder = try folder([rectangle(108.2, 15.2, 108.4, 15.3)])
    for (left, bottom, size, expected) in [
      (108.0, 15.0, 1.0, [1.0, 0, 0]), (108.3, 15.2, 0.1, [0.5, 0, 0.5]),
    ] {
      try folder.write(
        .bytes([1]),
        grid: GridGeometry(
          columns: 1, rows: 1, originX: left, columnStepX: size, originY: bottom + size,
          rowStepY: -size), system: "EPSG:4326", noData: nil, to: "cover.tif")
      let found = try await parts(folder)
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "\(found)")
    }
  }
}
