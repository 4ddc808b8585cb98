import GeoModel
import Publishing
import Testing

@Suite("Layers as comma-separated text")
struct CSVWriterTests {
  private func text(_ layer: Layer) throws -> String {
    var bytes: [UInt8] = []
    try CSVWriter().write(layer) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func layer(_ rows: [([PropertyValue], Geometry?)]) -> Layer {
    Layer(
      name: "t",
      features: rows.enumerated().map { index, row in
        LayerFeature(
          identifier: "row/\(index + 1)", geometry: row.1,
          properties: zip(["a", "b"], row.0).map { Property($0, $1) })
      })
  }

  @Test("text that looks like a number is quoted, numbers are not, unknown is empty")
  func cells() throws {
    let found = try text(
      layer([
        ([.text("0012"), .integer(7)], nil), ([.text("Ba Tơ"), .real(1.5, decimals: 3)], nil),
        ([.text("a,\"b\"\nc"), .null], nil), ([.text(""), .flag(false)], nil),
        ([.list(["x", "y"]), .text(" padded")], nil), ([.text("nan"), .text("-1e5")], nil),
      ]))
    #expect(
      found == """
        id,a,b
        row/1,"0012",7
        row/2,Ba Tơ,1.5
        row/3,"a,""b""
        c",
        row/4,"",false
        row/5,"x, y"," padded"
        row/6,"nan","-1e5"

        """)
  }

  @Test("points have their position, other features none")
  func positions() throws {
    let found = try text(
      layer([
        ([.integer(1), .null], .point(Coordinate(x: 108.1234567, y: -0.5))),
        ([.integer(2), .null], nil),
      ]))
    #expect(
      found == "id,a,b,longitude,latitude\nrow/1,1,,108.123457,-0.5\nrow/2,2,,,\n")
  }

  @Test("a layer without features has its head; a number that is none is an error")
  func edges() throws {
    #expect(
      try text(Layer(name: "t", features: [], studyTotals: [Property("a", .integer(1))]))
        == "id,a\n")
    #expect(throws: GeoJSONError.self) {
      try text(layer([([.real(.nan, decimals: 1), .null], nil)]))
    }
  }
}
