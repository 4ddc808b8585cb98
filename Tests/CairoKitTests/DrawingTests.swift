import CairoKit
import GeoModel
import TestSupport
import Testing

@Suite("Drawing") struct DrawingTests {
  /// A page of 40 × 30 points, white, with a red rectangle from (10, 10) to (20, 15).
  private static func page(_ canvas: Canvas) {
    canvas.addRectangle(box(0, 0, 40, 30))
    canvas.fill(.white)
    canvas.beginPath()
    canvas.addRectangle(box(10, 10, 20, 15))
    canvas.fill(Colour(0xFF0000))
    canvas.beginPath()
  }

  @Test("an area has its colour inside and none outside, at two pixels a point")
  func pixels() throws {
    let picture = try #require(PNGPixels(drawn(.png(dotsPerInch: 144), Self.page)))
    #expect(picture.width == 80 && picture.height == 60)
    for (column, row, colour) in [
      (20, 20, [255, 0, 0]), (39, 29, [255, 0, 0]), (19, 20, [255, 255, 255]),
      (40, 29, [255, 255, 255]), (39, 30, [255, 255, 255]), (0, 0, [255, 255, 255]),
    ] as [(Int, Int, [UInt8])] {
      #expect(picture[column, row] == colour, "pixel \(column), \(row)")
    }
  }

  @Test("a ring in a ring is a hole, whatever their directions", arguments: [false, true])
  func hole(isReversed: Bool) throws {
    let outer = [(0, 0), (30, 0), (30, 30), (0, 30)].map { Coordinate(x: $0.0, y: $0.1) }
    let inner = [(10, 10), (20, 10), (20, 20), (10, 20)].map { Coordinate(x: $0.0, y: $0.1) }
    let picture = try #require(
      PNGPixels(
        drawn(.png(dotsPerInch: 72)) { canvas in
          canvas.addRing(outer)
          canvas.addRing(isReversed ? inner.reversed() : inner)
          canvas.fill(.white)
        }))
    #expect(picture[5, 5] == [255, 255, 255])
    #expect(picture[15, 15] == [0, 0, 0])
  }

  @Test("a picture says how large it prints, and nothing of the time")
  func resolution() throws {
    let picture = try #require(PNGPixels(drawn(.png(dotsPerInch: 254), Self.page)))
    // 254 dots an inch are 10,000 a metre.
    #expect(picture.contents["pHYs"] == [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 1])
    #expect(picture.chunks.starts(with: ["IHDR", "pHYs"]))
    #expect(!picture.chunks.contains("tIME"))
  }

  @Test("a clipped drawing stays within its box and does not outlast it")
  func clip() throws {
    let picture = try #require(
      PNGPixels(
        drawn(.png(dotsPerInch: 72)) { canvas in
          canvas.clipped(to: box(0, 0, 10, 30)) {
            canvas.addRectangle(box(0, 0, 40, 10))
            canvas.fill(.white)
          }
          canvas.beginPath()
          canvas.addRectangle(box(20, 0, 40, 10))
          canvas.fill(.white)
        }))
    #expect(picture[5, 5] == [255, 255, 255])
    #expect(picture[15, 5] == [0, 0, 0])
    #expect(picture[25, 5] == [255, 255, 255])
  }

  @Test("a shade darkens by its share and leaves the paper where it is 0")
  func shade() throws {
    let picture = try #require(
      PNGPixels(
        drawn(.png(dotsPerInch: 72)) { canvas in
          canvas.addRectangle(box(0, 0, 40, 30))
          canvas.fill(.white)
          try canvas.darken(
            by: ShadeImage(columns: 40, rows: 30, darkness: (0..<1200).map { $0 % 40 < 20 ? 0 : 51 }),
            in: box(0, 0, 40, 30))
        }))
    #expect(picture[5, 15] == [255, 255, 255])
    #expect(picture[35, 15] == [204, 204, 204])
  }

  @Test("a size that cannot be drawn is refused", arguments: [(0.0, 72.0), (1e6, 600), (.nan, 72)])
  func refused(width: Double, dotsPerInch: Double) {
    #expect(Drawing.pixels(width: width, height: 30, dotsPerInch: dotsPerInch) == nil)
    #expect(throws: CairoError.self) {
      try drawn(.png(dotsPerInch: dotsPerInch), width: width) { _ in }
    }
  }

  @Test(
    "what the sink or the drawing throws comes through, and nothing is handed on after it",
    arguments: [DrawingFormat.png(dotsPerInch: 72), .svg, .pdf])
  func failures(format: DrawingFormat) {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try Drawing.write(
        as: format, width: 40, height: 30, information: DrawingInformation(title: "T"),
        to: { _ in throw Full() }, Self.page)
    }
    var pieces = 0
    #expect(throws: Full.self) {
      try Drawing.write(
        as: format, width: 40, height: 30, information: DrawingInformation(title: "T"),
        to: { _ in pieces += 1 }, { _ in throw Full() })
    }
    #expect(pieces == 0)
  }

  @Test(
    "the same calls give the same bytes",
    arguments: [DrawingFormat.png(dotsPerInch: 100), .svg, .pdf])
  func reproducible(format: DrawingFormat) async throws {
    @Sendable func draw() throws -> [UInt8] {
      try drawn(format) { canvas in
        Self.page(canvas)
        try canvas.darken(
          by: ShadeImage(columns: 2, rows: 1, darkness: [9, 90]), in: box(0, 0, 40, 30))
        let text = try Typesetter().set("Ưỡng", TextStyle(size: 8))
        canvas.draw(text, x: 3, y: 3, colour: .black, halo: LineStyle(colour: .white, width: 1))
      }
    }
    let first = try draw()
    #expect(try await Task.detached { try draw() }.value == first)
    #expect(try draw() == first)
  }
}
