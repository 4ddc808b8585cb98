import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

/// Villages that the loss of one section cuts off; a character is 100 m.
@Suite("Villages cut off")
struct VillageCutTests {
  /// The lengths in metres of the sections that cut off each village, in order from it.
  static func cuts(_ text: String) -> [[Int]?] {
    let network = SectionTests.network(Drawing(text))
    let sections = RoadSections(network.roads)
    return VillageCuts(network, sections: sections).sections.map { own in
      own?.map { Int(ShortGeodesic.metres(of: sections.lengths[Int($0)]).rounded()) }
    }
  }

  @Test("a village at the end of a road, one on a ring, one beyond a change of surface")
  func golden() {
    #expect(
      Self.cuts(
        """
        a==+====+
           #    #
           #    A
           #    #
        +b-+====+----a
        """) == [[300], nil, [500]])
    #expect(
      Self.cuts(
        """
        +==a====+--a
        #       #
        +===A===+
        """) == [[], [300]])
    #expect(Self.cuts("a===+-----+==A") == [[400, 600, 300]])
  }

  @Test("two centres: only what parts a village from both")
  func twoCentres() {
    #expect(Self.cuts("A==+==a==+==A") == [[]])
    #expect(
      Self.cuts(
        """
        A==+==A
           #
           a
        """) == [[200]])
  }

  @Test("a village without a path has no cuts")
  func none() {
    #expect(Self.cuts("a==+   A==+") == [nil])
  }
}
