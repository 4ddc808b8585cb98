import Foundation
import TestSupport
import Testing

/// A validator is worth what it finds: each case is a sound file with one fault put in.
@Suite("The validator finds")
struct GeoJSONValidatorTests {
  private let sound = """
    {"type":"FeatureCollection","name":"x","features":[
    {"type":"Feature","id":"a/1","properties":{},"geometry":{"type":"Polygon","coordinates":\
    [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}},
    {"type":"Feature","id":"a/2","properties":{},"geometry":{"type":"LineString","coordinates":\
    [[5,5],[6,6.5]]}}
    ],"bbox":[0,0,6,6.5]}
    """

  @Test("nothing in a sound file")
  func nothing() {
    #expect(GeoJSONValidator().faults(in: Array(sound.utf8)) == [])
  }

  @Test(
    "a fault",
    arguments: [
      ("\"name\":\"x\"", "\"crs\":{}", "crs"), ("a/2", "a/1", "id occurs twice"),
      ("\"id\":\"a/2\"", "\"id\":7", "id is not a string"),
      ("[4,0],[4,4],[0,4]", "[0,4],[4,4],[4,0]", "right-hand rule in ring 0"),
      ("[1,2],[2,2],[2,1]", "[2,1],[2,2],[1,2]", "right-hand rule in ring 1"),
      ("[0,4],[0,0]]", "[0,4],[0,1]]", "not closed"),
      ("[4,4],[0,4]", "[4,4],[4,4],[0,4]", "repeated"),
      ("[4,0],[4,4],[0,4],[0,0]]", "[4,0],[0,0]]", "fewer than four"),
      ("[[5,5],[6,6.5]]", "[[5,5]]", "fewer than two"),
      ("[6,6.5]]", "[6,96.5]]", "latitude"), ("[6,6.5]]", "[186,6.5]]", "longitude"),
      ("[[5,5],[6,6.5]]", "[[-175,5],[6,6.5]]", "antimeridian"),
      ("[6,6.5]]", "[6,6.5000001]]", "too many decimals"),
      ("[6,6.5]]", "[6,6.50]]", "minimal decimal form"),
      ("[6,6.5]]", "[6e0,6.5]]", "minimal decimal form"),
      ("[6,6.5]]", "[6,6.5,1]]", "not two numbers"),
      ("\"bbox\":[0,0,6,6.5]", "\"bbox\":[0,0,6,6]", "south or north"),
      ("\"bbox\":[0,0,6,6.5]", "\"bbox\":[6,0,0,6.5]", "bbox"),
      (",\"bbox\":[0,0,6,6.5]", "", "bbox is not four numbers"),
      ("LineString", "Curve", "no geometry"), ("\"properties\":{}", "\"props\":{}", "properties"),
      ("]}", "", "not a JSON object"),
    ])
  func fault(original: String, replacement: String, expected: String) throws {
    let place = try #require(sound.range(of: original))
    let faulty = sound.replacingCharacters(in: place, with: replacement)
    let faults = GeoJSONValidator().faults(in: Array(faulty.utf8))
    #expect(faults.contains { $0.contains(expected) }, "\(faults)")
  }
}
