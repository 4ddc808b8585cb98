import CairoKit
import GeoAlgorithms
import GeoModel

/// The page of one unit.
struct AtlasPage {
  let unit: AtlasUnit
  let map: MapDocument
  let windows: LayerWindows
  let locator: LocatorMap
  let page: PageSize
  let typesetter: Typesetter
  let resolution: Double

  /// What is shown around a unit, as a share of its longer side.
  private static let surroundings = 0.12

  /// Draws it; the number of the page is left to the atlas.
  func draw(on canvas: Canvas) throws {
    let layout = try AtlasPageLayout(
      unit, of: map, page: page, locator: locator, typesetter: typesetter)
    let view = view(in: layout.frame)
    if let view {
      try drawMap(view, on: canvas)
    } else {
      try drawMissing(in: layout.frame, on: canvas)
    }
    let margin = PageLayout.margin
    canvas.draw(layout.heading, x: margin, y: margin - 6, colour: Palette.softInk)
    canvas.draw(layout.title, x: margin, y: layout.titleTop, colour: Palette.ink)
    canvas.draw(layout.subtitle, x: margin, y: layout.subtitleTop, colour: Palette.softInk)
    canvas.draw(layout.notes, x: margin, y: layout.notesTop, colour: Palette.softInk)
    if !unit.figures.isEmpty {
      layout.table.table.draw(
        x: layout.table.corner.x, y: layout.table.corner.y, on: canvas)
    }
    let legend = LegendPainter(canvas: canvas)
    for section in layout.sections {
      legend.draw(section.set, x: section.corner.x, y: section.corner.y)
    }
    locator.draw(
      unit: unit.polygons, window: view, x: layout.locator.x, y: layout.locator.y, on: canvas)
    if let view {
      try ScaleBlock(typesetter: typesetter, canvas: canvas, language: map.language).draw(
        for: view, x: layout.scale.corner.x, y: layout.scale.corner.y, width: layout.scale.width)
    }
  }

  /// The unit in the middle of `frame`; `nil` where it has no area.
  func view(in frame: BoundingBox) -> MapView? {
    let places = unit.polygons.lazy.flatMap(\.exterior.coordinates)
    guard let bare = MapExtent(of: places),
      let extent = MapExtent(
        of: places, margin: Self.surroundings * max(bare.width, bare.height))
    else { return nil }
    return MapView(
      projection: extent.projection, extent: extent.box, frame: frame,
      denominator: MapRenderer.denominator(of: extent, in: frame))
  }

  private func drawMap(_ view: MapView, on canvas: Canvas) throws {
    var near = windows.map(in: view)
    // Beyond the unit there is no room for names of points.
    let locator = PointLocator(unit.polygons)
    near.labels = near.labels.filter { label in
      if case .point(let place, _) = label.place {
        locator.locate(place) != .exterior
      } else {
        true
      }
    }
    try MapDrawing(
      document: near, layers: near.layers, view: view, typesetter: typesetter,
      resolution: resolution, spotlight: unit.polygons
    ).draw(on: canvas)
  }

  private func drawMissing(in frame: BoundingBox, on canvas: Canvas) throws {
    canvas.beginPath()
    canvas.addRectangle(frame)
    canvas.fill(Palette.beyond)
    canvas.stroke(LineStyle(colour: Palette.softInk, width: 0.6))
    canvas.beginPath()
    let block = try typesetter.set(
      AtlasWords(language: map.language).withoutArea, TextStyle(size: 11))
    canvas.draw(
      block, x: (frame.minimumX + frame.maximumX - block.width) / 2,
      y: (frame.minimumY + frame.maximumY - block.height) / 2, colour: Palette.softInk)
  }
}
