public import CairoKit
import GeoModel

/// Draws a map on a page and writes it as a file.
public struct MapRenderer: Sendable {
  /// The paper; the map decides whether it stands or lies.
  public var paper: PageSize

  /// Makes a renderer for a paper.
  public init(paper: PageSize = .a4) {
    self.paper = paper
  }

  /// The room in points between what must be shown and the frame.
  private static let inset = 9.0

  /// Draws `document` and hands the bytes of the file to `sink`, in order. The same map gives the same
  /// bytes.
  ///
  /// - Throws: `CairoError`; what the relief and `sink` throw.
  public func write(
    _ document: MapDocument, as format: DrawingFormat, to sink: ([UInt8]) throws -> Void
  ) throws {
    let typesetter = try Typesetter()
    let page = try page(for: document, typesetter)
    let information = DrawingInformation(
      title: document.heading.isEmpty
        ? document.title : "\(document.title) – \(document.heading)",
      description: document.subtitle, date: document.date)
    try Drawing.write(
      as: format, width: page.width, height: page.height, information: information, to: sink
    ) { canvas in
      try draw(document, page: page, typesetter, resolution: Self.resolution(format), on: canvas)
    }
  }

  /// The paper standing or lying, whichever shows the map larger; lying where both are alike.
  func page(for document: MapDocument, _ typesetter: Typesetter) throws -> PageSize {
    let upright = paper.width <= paper.height ? paper : paper.turned
    let candidates = [upright.turned, upright]
    let scales = try candidates.map { page in
      let layout = try PageLayout(document, page: page, typesetter: typesetter)
      return Self.view(of: document, layout).denominator
    }
    return scales[1] < scales[0] ? candidates[1] : candidates[0]
  }

  /// The view of the first map; those of further panels differ in their frames alone.
  static func view(of document: MapDocument, _ layout: PageLayout) -> MapView {
    let frame = layout.panes.first?.frame ?? layout.frame
    return MapView(
      projection: document.extent.projection, extent: document.extent.box, frame: frame,
      denominator: denominator(of: document.extent, in: frame))
  }

  /// Half a pixel; in vectors a hundredth of a millimetre or so.
  private static func resolution(_ format: DrawingFormat) -> Double {
    if case .png(let dotsPerInch) = format { 36 / dotsPerInch } else { 0.05 }
  }

  static func denominator(of extent: MapExtent, in frame: BoundingBox) -> Double {
    let metres = metresPerPoint(
      of: extent, width: frame.maximumX - frame.minimumX, height: frame.maximumY - frame.minimumY)
    return MapScale.readable(atLeast: metres * PageSize.pointsPerMillimetre * 1000)
  }

  /// The metres on the ground for a point on paper at which `extent` fills a frame of that size.
  static func metresPerPoint(of extent: MapExtent, width: Double, height: Double) -> Double {
    max(
      extent.width / max(width - 2 * inset, 1), extent.height / max(height - 2 * inset, 1))
  }

  private func draw(
    _ document: MapDocument, page: PageSize, _ typesetter: Typesetter, resolution: Double,
    on canvas: Canvas
  ) throws {
    let layout = try PageLayout(document, page: page, typesetter: typesetter)
    canvas.beginPath()
    canvas.addRectangle(
      BoundingBox(minimumX: 0, minimumY: 0, maximumX: page.width, maximumY: page.height))
    canvas.fill(.white)
    try Self.draw(document, layout, typesetter, resolution: resolution, on: canvas)
  }

  /// Draws all that is on a page, over what is there.
  static func draw(
    _ document: MapDocument, _ layout: PageLayout, _ typesetter: Typesetter, resolution: Double,
    on canvas: Canvas
  ) throws {
    let view = Self.view(of: document, layout)
    for (index, pane) in layout.panes.enumerated() {
      let drawing = MapDrawing(
        document: document,
        layers: document.panels.isEmpty ? document.layers : document.panels[index].layers,
        view: view.moved(to: pane.frame), typesetter: typesetter, resolution: resolution)
      try drawing.draw(on: canvas)
      pane.drawCaption(on: canvas)
    }
    canvas.beginPath()
    canvas.draw(
      layout.heading, x: PageLayout.margin, y: PageLayout.margin - 6, colour: Palette.softInk)
    canvas.draw(layout.title, x: PageLayout.margin, y: layout.titleTop, colour: Palette.ink)
    canvas.draw(
      layout.subtitle, x: PageLayout.margin, y: layout.subtitleTop, colour: Palette.softInk)
    canvas.draw(layout.notes, x: PageLayout.margin, y: layout.notesTop, colour: Palette.softInk)
    let legend = LegendPainter(canvas: canvas)
    for section in layout.sections {
      legend.draw(section.set, x: section.corner.x, y: section.corner.y)
    }
    try ScaleBlock(typesetter: typesetter, canvas: canvas, language: document.language)
      .draw(
        for: view, x: layout.scale.corner.x, y: layout.scale.corner.y, width: layout.scale.width)
  }
}
