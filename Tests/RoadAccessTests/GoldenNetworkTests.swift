import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

/// Networks small enough to check by eye; a character of a drawing is 100 m.
@Suite("Golden networks")
struct GoldenNetworkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let drawing: String
    let answers: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a hardened path",
      drawing: "a=====+====A",
      answers: "a: car yes, all-season yes, hardened yes, path 1100, gap 0, unknown 0, snap 0"),
    Case(
      name: "one gap of 1,000 m",
      drawing: "a===+---------+==A",
      answers: """
        a: car yes, all-season yes, hardened no, path 1700, gap 1000, unknown 0, snap 0, \
        surface_gap
        """),
    Case(
      name: "one gap of 1,000 m of track",
      drawing: "a===+.........+==A",
      answers: """
        a: car yes, all-season no, hardened no, path 1700, gap 1000, unknown 0, snap 0, \
        surface_gap
        """),
    Case(
      name: "an unknown stretch",
      drawing: "a===+~~~~~+==A",
      answers: "a: car yes, all-season yes, hardened unknown, path 1300, gap 0, unknown 600, snap 0"
    ),
    Case(
      name: "no road within the limit, and another component",
      drawing: """
        a



        a===+===+   A==+
        """,
      answers: """
        a: car no, all-season no, hardened no, path null, gap null, unknown null, snap null, \
        no_road_within_limit
        a: car no, all-season no, hardened no, path null, gap null, unknown null, snap 0, \
        other_component
        """),
    Case(
      name: "no centre",
      drawing: "b====A==+==a",
      answers: """
        b: car unknown, all-season unknown, hardened unknown, path null, gap null, \
        unknown null, snap 0, no_centre
        a: car yes, all-season yes, hardened yes, path 600, gap 0, unknown 0, snap 0
        """),
    Case(
      name: "two villages sharing a gap",
      drawing: """
        a
        #
        #
        +---+==A
        #
        a
        """,
      answers: """
        a: car yes, all-season yes, hardened no, path 1000, gap 400, unknown 0, snap 0, \
        surface_gap
        a: car yes, all-season yes, hardened no, path 900, gap 400, unknown 0, snap 0, \
        surface_gap
        """),
    Case(
      name:
        "a village whose nearest road belongs to the neighbour, and a path that leaves the unit",
      drawing: """
        B====+====A

          a  b
        """,
      answers: """
        a: car yes, all-season yes, hardened yes, path 800, gap 0, unknown 0, snap 200
        b: car yes, all-season yes, hardened yes, path 500, gap 0, unknown 0, snap 200
        """),
    Case(
      name: "a village and a centre on one edge travel along it",
      drawing: """
            a
        +--------+
              A
        """,
      answers: """
        a: car yes, all-season yes, hardened no, path 200, gap 200, unknown 0, snap 100, \
        surface_gap
        """),
    Case(
      name: "only the part of the edge that is travelled counts",
      drawing: """
         a
        +-----+====A
        """,
      answers: """
        a: car yes, all-season yes, hardened no, path 1000, gap 500, unknown 0, snap 100, \
        surface_gap
        """),
    Case(
      name: "several centres: the better path, not the nearer centre",
      drawing: "A-+a=====A",
      answers: "a: car yes, all-season yes, hardened yes, path 600, gap 0, unknown 0, snap 0"),
    Case(
      name: "a long hardened way round beats a short gap",
      drawing: """
        a-A
        # #
        # #
        # #
        +=+
        """,
      answers: "a: car yes, all-season yes, hardened yes, path 1000, gap 0, unknown 0, snap 0"),
    Case(
      name: "a long unknown way round beats a short gap, a short unknown one the long",
      drawing: """
        a-----A
        :     :
        :     :
        +~+===+
        :     :
        +=====+
        """,
      answers: """
        a: car yes, all-season yes, hardened unknown, path 1200, gap 0, unknown 800, snap 0
        """),
    Case(
      name: "all-season is judged by its own path",
      drawing: """
        a.+======A
        | |      #
        +-+------+
        """,
      answers: """
        a: car yes, all-season yes, hardened no, path 900, gap 200, unknown 0, snap 0, surface_gap
        """),
    Case(
      name: "a village at a node enters every edge there",
      drawing: """
        +----a====A
        """,
      answers: "a: car yes, all-season yes, hardened yes, path 500, gap 0, unknown 0, snap 0"),
    Case(
      name: "a centre without a road near it",
      drawing: """
        a====+



            A
        """,
      answers: """
        a: car no, all-season no, hardened no, path null, gap null, unknown null, snap 0, \
        no_road_within_limit
        """),
  ]

  @Test("is as it is drawn", arguments: cases)
  func golden(_ known: Case) {
    #expect(Drawing(known.drawing).answers() == known.answers)
  }

  /// `a` is nearest to the dirt road, 100 m; the asphalt road is 200 m away.
  @Test("snap: any enters by the edge with the best path and says how far it is")
  func snapAny() {
    let drawing = Drawing(
      """
      +-------A
        a     #
              #
      +=======+
      """)
    #expect(
      drawing.answers() == """
        a: car yes, all-season yes, hardened no, path 600, gap 600, unknown 0, snap 100, \
        surface_gap
        """)
    #expect(
      drawing.answers(Drawing.rules(snap: .any)) == """
        a: car yes, all-season yes, hardened yes, path 900, gap 0, unknown 0, snap 200
        """)
  }

  @Test("outside every unit, and without a place")
  func unjudged() {
    var drawing = Drawing("a====A")
    drawing.villages[0].village.unit = nil
    drawing.villages.append(("x", NetworkVillage(position: nil, unit: 0)))
    #expect(
      drawing.answers() == """
        a: car unknown, all-season unknown, hardened unknown, path null, gap null, \
        unknown null, snap 0, outside_units
        x: car unknown, all-season unknown, hardened unknown, path null, gap null, \
        unknown null, snap null, no_place
        """)
  }

  /// The road from `a` passes over the road to `A` without a vertex:
  ///
  ///        |
  ///     a==|====
  ///        |
  ///        A
  @Test("a crossing without a vertex joins two roads, but not a bridge and a road")
  func bridge() {
    func network(_ bridge: String?, _ join: LineJoin) -> String {
      var drawing = Drawing("")
      drawing.roads.append(
        [Drawing.place(0, 0), Drawing.place(9, 0)], feature: 0, roadClass: "road",
        surface: "asphalt", bridge: bridge, layer: bridge == nil ? nil : "1")
      drawing.roads.append(
        [Drawing.place(3, -3), Drawing.place(3, 4)], feature: 1, roadClass: "road",
        surface: "asphalt")
      drawing.villages = [("a", NetworkVillage(position: Drawing.place(0, 0), unit: 0))]
      drawing.centres = [("A", NetworkCentre(position: Drawing.place(3, 4), unit: 0))]
      return drawing.answers(Drawing.rules(join: join))
    }
    let joined = "a: car yes, all-season yes, hardened yes, path 700, gap 0, unknown 0, snap 0"
    let apart = """
      a: car no, all-season no, hardened no, path null, gap null, unknown null, snap 0, \
      other_component
      """
    #expect(network(nil, .crossings) == joined)
    #expect(network("yes", .crossings) == apart)
    #expect(network("no", .vertices) == apart)
  }
}
