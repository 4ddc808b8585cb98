import CairoKit
import GeoModel

/// The small map that tells where a unit lies in the study. Lengths in points.
struct LocatorMap {
  /// The width and height of its frame.
  let size: (width: Double, height: Double)
  private let extent: MapExtent
  private let denominator: Double
  private let view: MapView
  /// The outlines of the ground in a frame whose upper left corner is the page's: thinned once, as
  /// every page has them. Empty where there are more of them than a small map can show.
  private let ground: [[[Coordinate]]]
  /// What is drawn in their place: the land in strips, whose number hangs on the frame alone.
  private let strips: [BoundingBox]

  /// The most areas that are told apart.
  static let greatestAreaCount = 300

  private static let inset = 4.0
  private static let thinner = LineThinner(resolution: 0.4)

  /// Shows all of `extent` in a frame of that width, as high as the extent asks for, at most
  /// `greatestHeight`.
  init(ground: [[Polygon]], extent: MapExtent, width: Double, greatestHeight: Double) {
    let inner = width - 2 * Self.inset
    let wanted = extent.height / max(extent.width, 1) * inner + 2 * Self.inset
    let height = min(max(wanted, width / 2), greatestHeight)
    size = (width, height)
    self.extent = extent
    let metres = max(
      extent.width / inner, extent.height / (height - 2 * Self.inset))
    denominator = metres * PageSize.pointsPerMillimetre * 1000
    let view = MapView(
      projection: extent.projection, extent: extent.box,
      frame: BoundingBox(minimumX: 0, minimumY: 0, maximumX: width, maximumY: height),
      denominator: denominator)
    self.view = view
    let areas = ground.lazy.map { polygons in Self.rings(of: polygons, by: view) }
    let isFine = ground.count > Self.greatestAreaCount
    self.ground = isFine ? [] : Array(areas)
    strips = isFine ? LandStrips(of: areas, width: width, height: height).boxes : []
  }

  private static func rings(of polygons: [Polygon], by view: MapView) -> [[Coordinate]] {
    var buffer: [Coordinate] = []
    return polygons.flatMap(\.rings).map { ring in
      thinner.draw(ring.coordinates, by: view, into: &buffer)
      return buffer
    }
  }

  /// Draws it with its upper left corner at `x`, `y`: the areas of one unit dark, and the frame of the
  /// large map where `window` shows that.
  func draw(
    unit polygons: [Polygon], window: MapView?, x: Double, y: Double, on canvas: Canvas
  ) {
    let frame = BoundingBox(
      minimumX: x, minimumY: y, maximumX: x + size.width, maximumY: y + size.height)
    let view = view.moved(to: frame)
    canvas.clipped(to: frame) {
      canvas.beginPath()
      canvas.addRectangle(frame)
      canvas.fill(Palette.beyond)
      canvas.beginPath()
      for strip in strips {
        canvas.addRectangle(
          BoundingBox(
            minimumX: strip.minimumX + x, minimumY: strip.minimumY + y,
            maximumX: strip.maximumX + x, maximumY: strip.maximumY + y))
      }
      canvas.fill(Palette.land)
      for rings in ground {
        canvas.beginPath()
        for ring in rings {
          canvas.addRing(ring.map { Coordinate(x: $0.x + x, y: $0.y + y) })
        }
        canvas.fill(Palette.land)
        canvas.stroke(LineStyle(colour: Palette.border, width: 0.4))
      }
      canvas.beginPath()
      for ring in Self.rings(of: polygons, by: view) { canvas.addRing(ring) }
      canvas.fill(Palette.vermillion)
      canvas.stroke(LineStyle(colour: Palette.vermillion, width: 0.8))
      canvas.beginPath()
      if let window { drawWindow(window, by: view, on: canvas) }
    }
    canvas.beginPath()
    canvas.addRectangle(frame)
    canvas.stroke(LineStyle(colour: Palette.softInk, width: 0.5))
    canvas.beginPath()
  }

  private func drawWindow(_ window: MapView, by view: MapView, on canvas: Canvas) {
    let frame = window.frame
    let corners = [
      (frame.minimumX, frame.minimumY), (frame.maximumX, frame.minimumY),
      (frame.maximumX, frame.maximumY), (frame.minimumX, frame.maximumY),
    ]
    canvas.addRing(corners.map { view.point(of: window.place(of: Coordinate(x: $0, y: $1))) })
    canvas.stroke(LineStyle(colour: Palette.ink, width: 0.8))
    canvas.beginPath()
  }
}
