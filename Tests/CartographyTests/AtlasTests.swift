import CairoKit
import Foundation
import GeoAlgorithms
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Cartography

@Suite("Atlas") struct AtlasTests {
  /// A row of squares of a tenth of a degree, each a unit with two figures; the last has no area.
  private static func atlas(_ count: Int, name: String = "Xã Nhương Phắp") throws -> Atlas {
    let squares = (0..<count).map { index -> [Polygon] in
      guard index < count - 1 || count == 1 else { return [] }
      let west = 105 + 0.1 * Double(index)
      return [
        Polygon(
          exterior: LinearRing(
            [(west, 15.0), (west + 0.1, 15.0), (west + 0.1, 15.1), (west, 15.1)].map {
              Coordinate(x: $0.0, y: $0.1)
            }), holes: [])
      ]
    }
    let extent = try #require(
      MapExtent(of: squares.flatMap { $0.flatMap(\.exterior.coordinates) }))
    let symbol = Symbol.area(AreaSymbol(fill: Colour(0x31A354)))
    let map = MapDocument(
      heading: "Tỉnh Ngàn Trẩm", title: "Tỷ lệ che phủ rừng, %", subtitle: "Toàn khu vực: 57,0 %.",
      language: .vietnamese, extent: extent,
      layers: [MapLayer(shapes: .areas(squares), symbol: symbol)],
      legend: [
        LegendSection(
          title: "Tỷ lệ che phủ rừng, %",
          entries: [LegendEntry(symbol: symbol, label: "63 – 83 · đạt mục tiêu")])
      ], notes: ["Nguồn: không có."], date: "2024-12-31")
    return Atlas(
      map: map,
      units: squares.enumerated().map { index, polygons in
        AtlasUnit(
          code: "\(10_000 + index)", name: "\(name) \(index)", parent: "Huyện Khe Đượm",
          polygons: polygons,
          figures: [
            AtlasFigure(
              label: "Tỷ lệ che phủ rừng", value: "78,7–86,7 %", remark: "phần biết rõ quá ít"),
            AtlasFigure(label: "Diện tích", value: "5.490 ha"),
          ])
      }, locator: squares)
  }

  private static func bytes(_ atlas: Atlas) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try AtlasRenderer().write(atlas) { bytes += $0 }
    return bytes
  }

  @Test("every unit has a line in one column, in order, and its page comes after the index")
  func law() {
    for seed: UInt64 in 1...200 {
      var random = SeededGenerator(seed: seed)
      let heights = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        Double.random(in: 8...40, using: &random)
      }
      let first = Double.random(in: 0...370, using: &random)
      let further = Double.random(in: 60...700, using: &random)
      let index = AtlasIndex(heights: heights, greatestFirst: first, further: further)
      #expect(index.columns.flatMap { Array($0.units) } == Array(heights.indices), "seed \(seed)")
      #expect(index.firstHeight <= first, "seed \(seed)")
      for column in index.columns {
        let room = column.page == 1 ? index.firstHeight : further
        let height = column.units.reduce(0) { $0 + heights[$1] }
        #expect(height <= room + 1e-6, "seed \(seed)")
        #expect((1...index.pageCount).contains(column.page) && (0..<3).contains(column.place))
      }
      let pages = heights.indices.map(index.page(ofUnit:))
      #expect(pages == heights.indices.map { index.pageCount + 1 + $0 }, "seed \(seed)")
      #expect(index.totalPageCount == index.pageCount + heights.count)
    }
  }

  /// The objects of a PDF that is not compressed in streams, by number.
  private static func objects(_ bytes: [UInt8]) -> [Int: String] {
    let text = String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    var objects: [Int: String] = [:]
    for match in text.matches(of: #/(?m)^(\d+) 0 obj\n((?s:.*?))\nendobj/#) {
      if let number = Int(match.1) { objects[number] = String(match.2) }
    }
    return objects
  }

  @Test("the index and the outline lead to the page that they name", arguments: [1, 5, 150])
  func leads(count: Int) throws {
    let atlas = try Self.atlas(count)
    let objects = Self.objects(try Self.bytes(atlas))
    let index = try AtlasRenderer().index(of: atlas, Typesetter())
    let tree = try #require(objects.values.first { $0.contains("/Type /Pages") })
    let kids = try #require(tree.firstMatch(of: #/\/Kids \[([^\]]*)\]/#)).1
    let pages = kids.matches(of: #/(\d+) 0 R/#).compactMap { Int($0.1) }
    #expect(pages.count == index.totalPageCount)
    // Each unit's bookmark, in order, leads to its page; the first is that of the index.
    let bookmarks = objects.filter { $0.value.contains("/Title") && $0.value.contains("/Parent") }
      .sorted { $0.key < $1.key }.compactMap {
        $0.value.firstMatch(of: #/\/Dest \[(\d+) 0 R/#).flatMap { Int($0.1) }
      }
    #expect(bookmarks == [pages[0]] + (0..<count).map { pages[index.page(ofUnit: $0) - 1] })
    // Each line of the index is a link by the name of its page.
    let links = objects.values.filter { $0.contains("/Subtype /Link") }.compactMap {
      $0.firstMatch(of: #/\/Dest \(page-(\d+)\)/#).flatMap { Int($0.1) }
    }
    #expect(Set(links) == Set((0..<count).map(index.page(ofUnit:))))
  }

  @Test(
    "nothing on a unit's page lies over anything else or beyond its edge, however long its name")
  func layout() throws {
    let long = "Thị trấn Nguyễn Thượng Hường Phường Đượm Nghiêng Trừng Đều Khuỵch Thuỷ"
    let atlas = try Self.atlas(3, name: long)
    let page = PageSize.a4
    let small = LocatorMap(
      ground: atlas.locator, extent: atlas.map.extent,
      width: AtlasPageLayout.columnWidth(of: page), greatestHeight: page.height * 0.16)
    for unit in atlas.units {
      let layout = try AtlasPageLayout(
        unit, of: atlas.map, page: page, locator: small, typesetter: Typesetter())
      func box(_ corner: Coordinate, _ width: Double, _ height: Double) -> BoundingBox {
        BoundingBox(
          minimumX: corner.x, minimumY: corner.y, maximumX: corner.x + width,
          maximumY: corner.y + height)
      }
      let margin = PageLayout.margin
      let sections = layout.sections.map {
        box($0.corner, AtlasPageLayout.columnWidth(of: page), $0.set.height)
      }
      let boxes =
        [
          layout.frame,
          box(Coordinate(x: margin, y: layout.titleTop), layout.title.width, layout.title.height),
          box(
            Coordinate(x: margin, y: layout.subtitleTop), layout.subtitle.width,
            layout.subtitle.height),
          box(layout.table.corner, 200, layout.table.table.height),
          box(layout.locator, small.size.width, small.size.height),
          box(layout.scale.corner, layout.scale.width, ScaleBlock.height),
          box(Coordinate(x: margin, y: layout.notesTop), layout.notes.width, layout.notes.height),
        ] + sections
      for (index, one) in boxes.enumerated() {
        #expect(one.minimumX >= 10 && one.maximumX <= page.width - 10)
        #expect(one.minimumY >= 10 && one.maximumY <= page.height - 10)
        for other in boxes[..<index] {
          let overlaps =
            one.minimumX < other.maximumX && other.minimumX < one.maximumX
            && one.minimumY < other.maximumY && other.minimumY < one.maximumY
          #expect(!overlaps, "\(one) and \(other)")
        }
      }
    }
  }

  @Test("a page draws what its window shows, across 180° as well")
  func windows() throws {
    func square(_ west: Double) -> [Polygon] {
      [
        Polygon(
          exterior: LinearRing(
            [(west, 0.0), (west + 0.5, 0.0), (west + 0.5, 0.5), (west, 0.5)].map {
              Coordinate(x: $0.0, y: $0.1)
            }), holes: [])
      ]
    }
    let areas = [-180.0, -179.5, -170, 179.5, 179, 100].map(square)
    let extent = try #require(
      MapExtent(of: (areas[0] + areas[3]).flatMap(\.exterior.coordinates)))
    let map = MapDocument(
      title: "", subtitle: "", language: .english, extent: extent,
      layers: [
        MapLayer(
          shapes: .areas(areas), classes: [0, 1, 2, 3, 4, 5],
          symbols: [Symbol](repeating: .area(AreaSymbol()), count: 6)),
        MapLayer(
          shapes: .lines(
            PolylineSet(areas.map { $0[0].exterior.coordinates })), symbol: .line([])),
      ])
    let view = MapView(
      projection: extent.projection, extent: extent.box,
      frame: BoundingBox(minimumX: 0, minimumY: 0, maximumX: 200, maximumY: 200),
      denominator: extent.box.maximumX * 2 / 200 * PageSize.pointsPerMillimetre * 1000)
    let near = LayerWindows(map).map(in: view)
    #expect(near.layers[0].classes.sorted() == [0, 1, 3, 4])
    #expect(near.layers[1].shapes.count == 4)
    // What is left out would not have been seen: the picture is the same.
    for (kept, all) in zip(near.layers, map.layers) { #expect(kept.symbols == all.symbols) }
  }

  @Test("what a page leaves out would not have been seen: the picture is the same to the pixel")
  func samePicture() throws {
    var random = SeededGenerator(seed: 11)
    let areas = (0..<300).map { _ -> [Polygon] in
      let west = Double.random(in: 105...106, using: &random)
      let south = Double.random(in: 15...16, using: &random)
      let side = Double.random(in: 0.01...0.1, using: &random)
      return [
        Polygon(
          exterior: LinearRing(
            [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)].map {
              Coordinate(x: west + $0.0, y: south + $0.1)
            }), holes: [])
      ]
    }
    let extent = try #require(MapExtent(of: areas[7][0].exterior.coordinates, margin: 20_000))
    let map = MapDocument(
      title: "", subtitle: "", language: .english, extent: extent,
      layers: [
        MapLayer(
          shapes: .areas(areas),
          symbol: .area(
            AreaSymbol(
              fill: Colour(0x31A354, alpha: 0.4), outline: [LineStyle(colour: .black, width: 1)])))
      ],
      labels: areas.enumerated().map { index, polygons in
        MapLabel(
          text: "Xã \(index)", place: .area(polygons), style: TextStyle(size: 7), colour: .black,
          rank: 1)
      })
    let view = MapView(
      projection: extent.projection, extent: extent.box,
      frame: BoundingBox(minimumX: 10, minimumY: 10, maximumX: 290, maximumY: 290),
      denominator: 600_000)
    let near = LayerWindows(map).map(in: view)
    #expect(near.layers[0].classes.count < 290)
    func picture(_ document: MapDocument) throws -> [UInt8] {
      var bytes: [UInt8] = []
      let sink: ([UInt8]) -> Void = { bytes += $0 }
      try Drawing.write(
        as: .png(dotsPerInch: 72), width: 300, height: 300,
        information: DrawingInformation(title: ""), to: sink
      ) { canvas in
        try MapDrawing(
          document: document, layers: document.layers, view: view, typesetter: Typesetter(),
          resolution: 0.1, spotlight: areas[7]
        ).draw(on: canvas)
      }
      return bytes
    }
    #expect(try picture(near) == picture(map))
  }

  @Test("strips of land cover what the areas cover, a hole left out, and none lies over another")
  func strips() {
    func square(_ left: Double, _ top: Double, _ side: Double) -> [Coordinate] {
      [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)].map {
        Coordinate(x: left + $0.0, y: top + $0.1)
      }
    }
    // 20 × 20 squares of 4.5 points, the first with a hole of one cell.
    var areas = (0..<400).map { index in
      [square(15 + 4.5 * Double(index % 20), 15 + 4.5 * Double(index / 20), 4.5)]
    }
    let whole = LandStrips(of: areas, width: 140, height: 120).boxes
    let expected = (10..<70).map { row in
      BoundingBox(
        minimumX: 15, minimumY: 1.5 * Double(row), maximumX: 105, maximumY: 1.5 * Double(row + 1))
    }
    #expect(whole == expected)
    areas[0].append(square(16.5, 16.5, 1.5))
    let holed = LandStrips(of: areas, width: 140, height: 120).boxes
    #expect(holed.count == 61)
    let area = holed.reduce(0.0) { $0 + ($1.maximumX - $1.minimumX) * 1.5 }
    #expect(area == 8100 - 2.25)
  }

  @Test("the same atlas gives the same bytes, on any thread, with the date of its data")
  func reproducible() async throws {
    let atlas = try Self.atlas(4)
    let first = try Self.bytes(atlas)
    #expect(try await Task.detached { try Self.bytes(atlas) }.value == first)
    #expect(String(decoding: first, as: UTF8.self).contains("/CreationDate (20241231"))
  }
}
