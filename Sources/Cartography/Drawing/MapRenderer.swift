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
  /// - Throws: ``CairoError``; what the relief and `sink` throw.
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
      Self.denominator(
        of: document.extent,
        in: try PageLayout(document, page: page, typesetter: typesetter).frame)
    }
    return scales[1] < scales[0] ? candidates[1] : candidates[0]
  }

  static func view(of document: MapDocument, _ layout: PageLayout) -> MapView {
    MapView(
      projection: document.extent.projection, extent: document.extent.box, frame: layout.frame,
      denominator: denominator(of: document.extent, in: layout.frame))
  }

  /// Half a pixel; in vectors a hundredth of a millimetre or so.
  private static func resolution(_ format: DrawingFormat) -> Double {
    if case .png(let dotsPerInch) = format { 36 / dotsPerInch } else { 0.05 }
  }

  private static func denominator(of extent: MapExtent, in frame: BoundingBox) -> Double {
    let width = max(frame.maximumX - frame.minimumX - 2 * inset, 1)
    let height = max(frame.maximumY - frame.minimumY - 2 * inset, 1)
    let metresPerPoint = max(extent.width / width, extent.height / height)
    return MapScale.readable(
      atLeast: metresPerPoint * PageSize.pointsPerMillimetre * 1000)
  }

  private func draw(
    _ document: MapDocument, page: PageSize, _ typesetter: Typesetter, resolution: Double,
    on canvas: Canvas
  ) throws {
    let layout = try PageLayout(document, page: page, typesetter: typesetter)
    let view = Self.view(of: document, layout)
    canvas.beginPath()
    canvas.addRectangle(
      BoundingBox(minimumX: 0, minimumY: 0, maximumX: page.width, maximumY: page.height))
    canvas.fill(.white)
    try canvas.clipped(to: layout.frame) {
      canvas.beginPath()
      canvas.addRectangle(layout.frame)
      canvas.fill(Palette.beyond)
      let painter = ShapePainter(canvas: canvas, view: view, resolution: resolution)
      for layer in document.layers.prefix(document.layersBelowRelief) {
        painter.drawGroundsAndLines(of: layer)
      }
      if let shade = try document.relief?(view) { try canvas.darken(by: shade, in: layout.frame) }
      let names = try LabelPainter(view: view, typesetter: typesetter, thinner: painter.thinner)
        .place(document.labels, symbols: painter.symbolBoxes(of: document.layers))
      // Names of areas lie below points, so that they hide none.
      for layer in document.layers.dropFirst(document.layersBelowRelief) {
        painter.drawGroundsAndLines(of: layer)
      }
      names.draw(ofAreas: true, on: canvas)
      for layer in document.layers { painter.drawPoints(of: layer) }
      names.draw(ofAreas: false, on: canvas)
    }
    canvas.beginPath()
    canvas.addRectangle(layout.frame)
    canvas.stroke(LineStyle(colour: Palette.softInk, width: 0.6))
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
      .draw(for: view, x: layout.scale.corner.x, y: layout.scale.corner.y, width: layout.scale.width)
  }
}

extension ShapePainter {
  /// The boxes of all points of `layers` that lie in the frame, for names to keep off.
  func symbolBoxes(of layers: [MapLayer]) -> [BoundingBox] {
    var boxes: [BoundingBox] = []
    for layer in layers {
      for shape in layer.classes.indices where layer.classes[shape] >= 0 {
        guard case .point(let symbol) = layer.symbols[Int(layer.classes[shape])] else { continue }
        let reach = symbol.size / 2
        for place in layer.points(shape) {
          let point = view.point(of: place)
          guard view.frame.contains(point) else { continue }
          boxes.append(
            BoundingBox(
              minimumX: point.x - reach, minimumY: point.y - reach, maximumX: point.x + reach,
              maximumY: point.y + reach))
        }
      }
    }
    return boxes
  }
}
