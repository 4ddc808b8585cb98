import CairoKit
import Foundation
import GeoAlgorithms
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps") struct MapRendererTests {
  private static func square(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> LinearRing {
    LinearRing(
      [(west, south), (east, south), (east, north), (west, north)].map {
        Coordinate(x: $0.0, y: $0.1)
      })
  }

  private static let land = Polygon(
    exterior: square(108, 15, 108.2, 15.2), holes: [square(108.08, 15.08, 108.12, 15.12)])

  /// A red square with a hole, a blue dot, a name and a legend of four parts.
  static func document(_ language: OutputLanguage = .vietnamese) throws -> MapDocument {
    let extent = try #require(MapExtent(of: land.exterior.coordinates))
    let red = Symbol.area(AreaSymbol(fill: Colour(0xFF0000)))
    let dot = Symbol.point(
      PointSymbol(
        shape: .square, size: 10, fill: Colour(0x0000FF),
        outline: LineStyle(colour: Colour(0x0000FF), width: 1)))
    return MapDocument(
      heading: "Tỉnh Ngàn Trẩm", title: "Thôn chưa có đường", subtitle: "41–52 trong 96 thôn.",
      language: language, extent: extent,
      layers: [
        MapLayer(shapes: .areas([[land]]), symbol: red),
        MapLayer(shapes: .geometries([.point(Coordinate(x: 108.05, y: 15.15)), nil]), symbol: dot),
      ],
      labels: [
        MapLabel(
          text: "Đăk Vuốn", place: .area([land]), style: TextStyle(size: 8), colour: .black, rank: 0)
      ],
      legend: (0..<4).map { part in
        LegendSection(
          title: "Phần \(part)",
          entries: [LegendEntry(symbol: red, label: "Đất"), LegendEntry(symbol: dot, label: "Thôn")])
      }, notes: ["Nguồn: không có."], date: "2024-12-31")
  }

  private static func bytes(
    _ document: MapDocument, _ format: DrawingFormat, paper: PageSize = .a4
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try MapRenderer(paper: paper).write(document, as: format) { bytes += $0 }
    return bytes
  }

  private static func layout(_ document: MapDocument) throws -> PageLayout {
    let typesetter = try Typesetter()
    let page = try MapRenderer().page(for: document, typesetter)
    return try PageLayout(document, page: page, typesetter: typesetter)
  }

  @Test("land, hole, dot and what lies beyond have their colours where the view puts them")
  func pixels() throws {
    let document = try Self.document()
    let view = MapRenderer.view(of: document, try Self.layout(document))
    let picture = try #require(PNGPixels(Self.bytes(document, .png(dotsPerInch: 72))))
    func colour(_ longitude: Double, _ latitude: Double) -> [UInt8] {
      let point = view.point(of: Coordinate(x: longitude, y: latitude))
      return picture[Int(point.x), Int(point.y)]
    }
    #expect(colour(108.02, 15.02) == [255, 0, 0])
    #expect(colour(108.18, 15.16) == [255, 0, 0])
    #expect(colour(108.1, 15.1) == [0xED, 0xEF, 0xF0])
    #expect(colour(108.05, 15.15) == [0, 0, 255])
    let frame = view.frame
    #expect(picture[Int(frame.minimumX) + 2, Int(frame.minimumY) + 2] == [0xED, 0xEF, 0xF0])
    #expect(picture[2, 2] == [255, 255, 255])
  }

  @Test("the scale bar has the length that it states, to 1 %", arguments: OutputLanguage.allCases)
  func scaleBar(language: OutputLanguage) throws {
    let document = try Self.document(language)
    let layout = try Self.layout(document)
    let view = MapRenderer.view(of: document, layout)
    let dotsPerInch = 288.0
    let picture = try #require(PNGPixels(Self.bytes(document, .png(dotsPerInch: dotsPerInch))))
    // Through the middle of the bar: dark where it is filled, white within its outline.
    let pixel = dotsPerInch / 72
    let row = Int((layout.scale.corner.y + 24 + 1.8) * pixel)
    let start = Int((layout.scale.corner.x + 26) * pixel)
    let dark = (start..<picture.width).filter { picture[$0, row][0] < 80 }
    let first = try #require(dark.first)
    let last = try #require(dark.last)
    let metres = Double(last - first) / pixel / view.points(ofMetres: 1)
    let stated = MapScale.bar(
      atMost: (layout.scale.width - 22 - 34) / view.points(ofMetres: 1)).metres
    #expect(abs(metres / stated - 1) < 0.01, "\(metres) m, \(stated) m stated")
  }

  @Test(
    "the paper lies or stands as the study does, and the frame holds all of it",
    arguments: [(2.0, 1.0, true), (1, 2, false)])
  func orientation(width: Double, height: Double, lies: Bool) throws {
    var document = try Self.document()
    let outline = Self.square(108, 15, 108 + width, 15 + height).coordinates
    document.extent = try #require(MapExtent(of: outline))
    let layout = try Self.layout(document)
    #expect((layout.page.width > layout.page.height) == lies)
    let view = MapRenderer.view(of: document, layout)
    for corner in outline { #expect(view.frame.contains(view.point(of: corner))) }
  }

  @Test("nothing on the page lies over anything else or beyond its edge")
  func layoutLaw() throws {
    for (width, height) in [(0.3, 0.1), (0.1, 0.3)] {
      var document = try Self.document()
      document.extent = try #require(
        MapExtent(of: Self.square(108, 15, 108 + width, 15 + height).coordinates))
      let layout = try Self.layout(document)
      var boxes = [layout.frame]
      boxes += layout.sections.map { section in
        BoundingBox(
          minimumX: section.corner.x, minimumY: section.corner.y,
          maximumX: section.corner.x
            + max(section.set.title.width, (section.set.labels.map(\.width).max() ?? 0) + 27),
          maximumY: section.corner.y + section.set.height)
      }
      boxes.append(
        BoundingBox(
          minimumX: layout.scale.corner.x, minimumY: layout.scale.corner.y,
          maximumX: layout.scale.corner.x + layout.scale.width,
          maximumY: layout.scale.corner.y + ScaleBlock.height))
      boxes.append(
        BoundingBox(
          minimumX: PageLayout.margin, minimumY: layout.notesTop,
          maximumX: PageLayout.margin + layout.notes.width,
          maximumY: layout.notesTop + layout.notes.height))
      boxes.append(
        BoundingBox(
          minimumX: PageLayout.margin, minimumY: layout.titleTop,
          maximumX: PageLayout.margin + layout.title.width,
          maximumY: layout.titleTop + layout.title.height))
      for (index, one) in boxes.enumerated() {
        #expect(one.minimumX >= 10 && one.maximumX <= layout.page.width - 10)
        #expect(one.minimumY >= 10 && one.maximumY <= layout.page.height - 10)
        for other in boxes[..<index] {
          let overlaps =
            one.minimumX < other.maximumX && other.minimumX < one.maximumX
            && one.minimumY < other.maximumY && other.minimumY < one.maximumY
          #expect(!overlaps, "\(one) and \(other)")
        }
      }
    }
  }

  @Test("a million short roads make no larger a file than the page has room for")
  func bounded() throws {
    var document = try Self.document()
    func size(_ count: Int) throws -> Int {
      var random = SeededGenerator(seed: 1)
      var lines = PolylineSet()
      for _ in 0..<count {
        let start = Coordinate(
          x: .random(in: 108...108.2, using: &random), y: .random(in: 15...15.2, using: &random))
        lines.append([start, Coordinate(x: start.x + 1e-4, y: start.y + 1e-4)])
      }
      document.layers = [
        MapLayer(
          shapes: .lines(lines),
          symbol: .line([LineStyle(colour: .black, width: 1)]))
      ]
      return try Self.bytes(document, .pdf).count
    }
    let some = try size(200_000)
    #expect(try size(400_000) < some * 5 / 4)
  }

  @Test(
    "the same map gives the same bytes, on any thread",
    arguments: [DrawingFormat.png(dotsPerInch: 60), .svg, .pdf])
  func reproducible(format: DrawingFormat) async throws {
    let document = try Self.document()
    let first = try Self.bytes(document, format)
    let again = try await Task.detached { try Self.bytes(document, format) }.value
    #expect(first == again)
  }

  @Test("legends are put into columns in order, none higher than it must be")
  func columns() {
    let placed = PageLayout.columns([40, 30, 20, 50], count: 2)
    #expect(placed.places.map(\.column) == [0, 0, 1, 1])
    #expect(placed.height == 78)
    #expect(PageLayout.columns([], count: 2).height == 0)
    #expect(PageLayout.columns([10], count: 2).places.map(\.column) == [0])
  }
}
