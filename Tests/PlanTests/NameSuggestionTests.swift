import Testing

@testable import Plan

struct NameSuggestionTests {
  @Test(arguments: [
    ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
    ("abc", "bca", 2), ("surface", "sufrace", 1), ("kitten", "sitting", 3),
    // Optimal string alignment, not the full Damerau distance, which is 2.
    ("ca", "abc", 3),
  ])
  func stepsBetweenTexts(_ one: String, _ other: String, _ steps: Int) {
    #expect(NameSuggestion.distance(Array(one), Array(other)) == steps)
    #expect(NameSuggestion.distance(Array(other), Array(one)) == steps)
  }

  @Test func onlyWhatIsNearIsSuggested() {
    let keys = ["source", "layer", "where", "x", "y", "name"]
    #expect(NameSuggestion.nearest(to: "sorce", among: keys) == "source")
    #expect(NameSuggestion.nearest(to: "Layer", among: keys) == "layer")
    #expect(NameSuggestion.nearest(to: "wehre", among: keys) == "where")
    #expect(NameSuggestion.nearest(to: "colour", among: keys) == nil)
    // A name of one letter is a step from every other.
    #expect(NameSuggestion.nearest(to: "z", among: keys) == nil)
  }

  @Test func aFieldsCaseIsADifference() {
    #expect(NameSuggestion.nearest(to: "osm_id", among: ["OSM_ID"]) == "OSM_ID")
  }
}
