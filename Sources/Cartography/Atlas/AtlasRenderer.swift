import CairoKit
import GeoModel

/// Writes an atlas as a PDF, page after page: no more than one is held at a time.
public struct AtlasRenderer: Sendable {
  /// The paper; all pages stand.
  public var paper: PageSize

  /// Makes a renderer for a paper.
  public init(paper: PageSize = .a4) {
    self.paper = paper.width <= paper.height ? paper : paper.turned
  }

  /// Two hundredths of a millimetre: the pages are many.
  private static let resolution = 0.06
  /// The share of the first page that the index takes at most.
  private static let greatestIndex = 0.44
  private static let headStyle = TextStyle(size: 11, weight: .bold)

  /// Draws `atlas` and hands the bytes of the PDF to `sink`, in order. The same atlas gives the same
  /// bytes. The index leads to the pages, and so does the outline of the PDF.
  ///
  /// - Throws: `CairoError`; what the relief and `sink` throw.
  public func write(_ atlas: Atlas, to sink: ([UInt8]) throws -> Void) throws {
    let typesetter = try Typesetter()
    let map = atlas.map
    let information = DrawingInformation(
      title: map.heading.isEmpty ? map.title : "\(map.title) – \(map.heading)",
      description: map.subtitle, date: map.date)
    let index = try index(of: atlas, typesetter)
    try Drawing.write(
      as: .pdf, width: paper.width, height: paper.height, information: information, to: sink
    ) { canvas in
      try drawOverview(atlas, index, typesetter, on: canvas)
      for page in 1..<max(index.pageCount, 1) {
        canvas.nextPage()
        try drawIndex(atlas, index, page: page + 1, typesetter, on: canvas)
      }
      canvas.addBookmark(AtlasWords(language: map.language).index, page: 1)
      let windows = LayerWindows(map)
      let locator = LocatorMap(
        ground: atlas.locator, extent: map.extent,
        width: AtlasPageLayout.columnWidth(of: paper), greatestHeight: paper.height * 0.16)
      for (position, unit) in atlas.units.enumerated() {
        let number = index.page(ofUnit: position)
        canvas.nextPage()
        canvas.markPage(as: .page(number))
        try AtlasPage(
          unit: unit, map: map, windows: windows, locator: locator, page: paper,
          typesetter: typesetter, resolution: Self.resolution
        ).draw(on: canvas)
        try drawNumber(number, of: index.totalPageCount, map, typesetter, on: canvas)
        canvas.addBookmark(unit.name, page: number)
      }
    }
  }

  /// The index with the pages that it names.
  func index(of atlas: Atlas, _ typesetter: Typesetter) throws -> AtlasIndex {
    let painter = try AtlasIndexPainter(atlas, width: width, typesetter: typesetter)
    let head = try typesetter.set(AtlasWords(language: atlas.map.language).index, Self.headStyle)
    return AtlasIndex(
      heights: try painter.heights(), greatestFirst: paper.height * Self.greatestIndex,
      further: paper.height - 2 * PageLayout.margin - head.height - 24)
  }

  private var width: Double { paper.width - 2 * PageLayout.margin }

  /// The whole map with the first part of the index below it.
  private func drawOverview(
    _ atlas: Atlas, _ index: AtlasIndex, _ typesetter: Typesetter, on canvas: Canvas
  ) throws {
    let words = AtlasWords(language: atlas.map.language)
    let margin = PageLayout.margin
    let head = try typesetter.set(words.index, Self.headStyle)
    let notes = try typesetter.set(
      atlas.map.notes.joined(separator: "\n"), TextStyle(size: 6.3),
      width: width - AtlasPageLayout.numberWidth)
    let notesTop = paper.height - margin + 4 - notes.height
    let indexTop = notesTop - 8 - index.firstHeight
    let headTop = indexTop - head.height - 3
    // The map is laid out on what is left of the page, whose foot is its own.
    var map = atlas.map
    map.notes = []
    let layout = try PageLayout(
      map, page: PageSize(width: paper.width, height: headTop + margin - 12),
      typesetter: typesetter)
    try MapRenderer.draw(map, layout, typesetter, resolution: Self.resolution, on: canvas)
    canvas.draw(head, x: margin, y: headTop, colour: Palette.ink)
    try AtlasIndexPainter(atlas, width: width, typesetter: typesetter)
      .draw(index, page: 1, x: margin, y: indexTop, on: canvas)
    canvas.draw(notes, x: margin, y: notesTop, colour: Palette.softInk)
    try drawNumber(1, of: index.totalPageCount, map, typesetter, on: canvas)
  }

  /// A further page of the index.
  private func drawIndex(
    _ atlas: Atlas, _ index: AtlasIndex, page: Int, _ typesetter: Typesetter, on canvas: Canvas
  ) throws {
    let head = try typesetter.set(
      AtlasWords(language: atlas.map.language).continued, Self.headStyle)
    canvas.draw(head, x: PageLayout.margin, y: PageLayout.margin - 6, colour: Palette.ink)
    try AtlasIndexPainter(atlas, width: width, typesetter: typesetter).draw(
      index, page: page, x: PageLayout.margin, y: PageLayout.margin + head.height, on: canvas)
    try drawNumber(page, of: index.totalPageCount, atlas.map, typesetter, on: canvas)
  }

  /// The number of the page, at the lower right.
  private func drawNumber(
    _ number: Int, of count: Int, _ map: MapDocument, _ typesetter: Typesetter, on canvas: Canvas
  ) throws {
    let block = try typesetter.set(
      AtlasWords(language: map.language).page(number, of: count), TextStyle(size: 7.6))
    canvas.draw(
      block, x: paper.width - PageLayout.margin - block.width,
      y: paper.height - PageLayout.margin + 4 - block.height, colour: Palette.softInk)
  }
}
