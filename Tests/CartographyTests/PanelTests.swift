import CairoKit
import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps beside one another") struct PanelTests {
  /// As many maps of one square as there are colours, the first half of them of another colour.
  private static func document(_ colours: [UInt32]) throws -> MapDocument {
    var document = try MapRendererTests.document()
    let land = document.layers[0].shapes
    document.labels = []
    document.panels = colours.enumerated().map { index, colour in
      MapPanel(
        title: "\(2000 + index)", note: "12,3 %",
        layers: [MapLayer(shapes: land, symbol: .area(AreaSymbol(fill: Colour(colour))))])
    }
    return document
  }

  @Test("each panel shows its own layers at one place, and nothing of the document's")
  func pixels() throws {
    let colours: [UInt32] = [0xFF0000, 0x00FF00, 0x0000FF, 0xFF00FF, 0x00FFFF]
    let document = try Self.document(colours)
    let typesetter = try Typesetter()
    let page = try MapRenderer().page(for: document, typesetter)
    let layout = try PageLayout(document, page: page, typesetter: typesetter)
    let view = MapRenderer.view(of: document, layout)
    var bytes: [UInt8] = []
    try MapRenderer().write(document, as: .png(dotsPerInch: 72)) { bytes += $0 }
    let picture = try #require(PNGPixels(bytes))
    #expect(layout.panes.count == colours.count)
    for (pane, colour) in zip(layout.panes, colours) {
      let panel = view.moved(to: pane.frame)
      for (longitude, latitude) in [(108.05, 15.15), (108.17, 15.03)] {
        let point = panel.point(of: Coordinate(x: longitude, y: latitude))
        #expect(pane.frame.contains(point))
        #expect(
          picture[Int(point.x), Int(point.y)]
            == [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) })
      }
    }
  }

  @Test("panels have one size, lie in the room with their captions, and over no other")
  func law() throws {
    for seed: UInt64 in 1...60 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...24, using: &random)
      let (width, height) = (
        Double.random(in: 0.02...0.5, using: &random), Double.random(in: 0.02...0.5, using: &random)
      )
      let extent = try #require(
        MapExtent(of: [Coordinate(x: 108, y: 15), Coordinate(x: 108 + width, y: 15 + height)]))
      let room = BoundingBox(
        minimumX: 28, minimumY: 90, maximumX: 28 + .random(in: 300...700, using: &random),
        maximumY: 90 + .random(in: 300...700, using: &random))
      let caption = 16.0
      let frames = PanelGrid(count: count, extent: extent, room: room, captionHeight: caption)
        .frames
      try #require(frames.count == count, "seed \(seed)")
      for (index, frame) in frames.enumerated() {
        #expect(frame.minimumX >= room.minimumX - 1e-9 && frame.maximumX <= room.maximumX + 1e-9)
        #expect(frame.minimumY - caption >= room.minimumY - 1e-9, "seed \(seed)")
        #expect(frame.maximumY <= room.maximumY + 1e-9, "seed \(seed)")
        #expect(
          abs(frame.maximumX - frame.minimumX - frames[0].maximumX + frames[0].minimumX) < 1e-9)
        #expect(
          abs(frame.maximumY - frame.minimumY - frames[0].maximumY + frames[0].minimumY) < 1e-9)
        for other in frames[..<index] {
          let overlaps =
            frame.minimumX < other.maximumX && other.minimumX < frame.maximumX
            && frame.minimumY - caption < other.maximumY
            && other.minimumY - caption < frame.maximumY
          #expect(!overlaps, "seed \(seed): \(frame) and \(other)")
        }
      }
    }
  }

  @Test("a caption is no wider than its panel, however many years")
  func captions() throws {
    for count in [2, 6, 24] {
      let document = try Self.document([UInt32](repeating: 0xFF0000, count: count))
      let typesetter = try Typesetter()
      let page = try MapRenderer().page(for: document, typesetter)
      for pane in try PageLayout(document, page: page, typesetter: typesetter).panes {
        let caption = try #require(pane.caption)
        #expect(
          caption.title.width + 6 + caption.note.width <= pane.frame.maximumX - pane.frame.minimumX)
      }
    }
  }

  @Test(
    "the same panels give the same bytes",
    arguments: [DrawingFormat.png(dotsPerInch: 60), .svg, .pdf])
  func reproducible(format: DrawingFormat) async throws {
    let document = try Self.document([0xFF0000, 0x00FF00, 0x0000FF])
    @Sendable func bytes() throws -> [UInt8] {
      var bytes: [UInt8] = []
      try MapRenderer().write(document, as: format) { bytes += $0 }
      return bytes
    }
    let first = try bytes()
    #expect(try await Task.detached { try bytes() }.value == first)
  }
}
