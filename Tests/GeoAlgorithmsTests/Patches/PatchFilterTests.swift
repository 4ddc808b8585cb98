import GeoAlgorithms
import GeoModel
import Testing

@Suite("Patch filter")
struct PatchFilterTests {
  /// Cells of 1,000 m².
  static let constant = CellAreaModel(
    lattice: CellAreaLattice(columns: 0..<1, rows: 0..<1, spacingExponent: 0), areas: [1_000])

  /// Filters a picture: `#` of interest, `.` other, space nodata.
  func filter(
    _ picture: String, least: Double, _ connectivity: PatchConnectivity,
    areas: CellAreaModel = constant
  ) -> String {
    let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
    var codes = lines.flatMap { line in
      line.map { character -> UInt8 in character == "#" ? 2 : character == "." ? 1 : 0 }
    }
    let rule = PatchRule(code: 2, replacement: 1, leastArea: least, connectivity: connectivity)
    PatchFilter(rule, areas: areas).apply(to: &codes, rows: 0..<lines.count)
    let columns = codes.count / lines.count
    return (0..<lines.count).map { row in
      String((0..<columns).map { [" ", ".", "#"][Int(codes[row * columns + $0])] as Character })
    }.joined(separator: "\n")
  }

  @Test("a patch under the least area becomes other, one of exactly the least area stays")
  func leastArea() {
    let picture = """
      ##..#
      #...#
      ..#..
      .....
      """
    #expect(
      filter(picture, least: 3_000, .four) == """
        ##...
        #....
        .....
        .....
        """)
    #expect(
      filter(picture, least: 2_000, .four) == """
        ##..#
        #...#
        .....
        .....
        """)
  }

  @Test("corners join eight neighbours, not four")
  func connectivity() {
    let picture = """
      #...#
      .#.#.
      ..#..
      """
    let nothing = """
      .....
      .....
      .....
      """
    #expect(filter(picture, least: 2_000, .four) == nothing)
    #expect(filter(picture, least: 5_000, .eight) == picture)
    #expect(filter(picture, least: 5_001, .eight) == nothing)
  }

  @Test("nodata breaks a patch and stays nodata")
  func nodata() {
    #expect(
      filter("##  ##\n.. ###", least: 3_000, .four) == "..  ##\n.. ###")
    #expect(
      filter("## ##", least: 3_000, .eight) == ".. ..")
  }

  @Test("arms that join only at their last row are one patch from the first row on")
  func lateJoin() {
    let comb = """
      #.#.#
      #.#.#
      #.#.#
      #####
      """
    #expect(filter(comb, least: 14_000, .four) == comb)
    #expect(filter(comb, least: 14_001, .four).contains("#") == false)
  }

  @Test(
    "the area is that of the ellipsoid: the same patch stays in the south and goes in the north")
  func ellipsoidalArea() {
    let grid = GridGeometry(
      columns: 3, rows: 5, originX: 108, columnStepX: 0.1, originY: 60, rowStepY: -10)
    let areas = CellAreaModel(geographic: grid)
    let least = areas.area(columns: 0..<2, row: 4)
    #expect(
      filter("##.\n...\n##.\n...\n##.", least: least, .four, areas: areas)
        == "...\n...\n...\n...\n##.")
  }

  @Test("a small patch spans at most haloRows rows")
  func haloRows() {
    func halo(_ least: Double, rows: Int = 100) -> Int {
      PatchFilter(PatchRule(code: 2, replacement: 1, leastArea: least), areas: Self.constant)
        .haloRows(columns: 10, rows: 0..<rows)
    }
    #expect(halo(999) == 0)
    // One more than needed where whole cells make up the least area exactly.
    #expect(halo(1_000) == 1)
    #expect(halo(1_001) == 1)
    #expect(halo(3_000) == 3)
    #expect(halo(3_001) == 3)
    #expect(halo(1e9) == 100)
  }
}
