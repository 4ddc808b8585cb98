internal import CCairo
public import GeoModel

/// How a line is drawn.
public struct LineStyle: Sendable, Hashable {
  /// The colour.
  public var colour: Colour
  /// The width in points.
  public var width: Double
  /// Lengths in points of what is drawn and left out, in turn; empty for an unbroken line.
  public var dashes: [Double]
  /// Whether ends are round; else they are cut at the last position.
  public var hasRoundEnds: Bool

  /// Makes a style.
  public init(
    colour: Colour, width: Double, dashes: [Double] = [], hasRoundEnds: Bool = false
  ) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
    self.hasRoundEnds = hasRoundEnds
  }
}

extension Canvas {
  /// Forgets the path that has been begun.
  public func beginPath() {
    unsafe cairo_new_path(context)
  }

  /// Adds a line through `points` to the path; fewer than two add nothing.
  public func addLine(_ points: [Coordinate]) {
    guard points.count > 1 else { return }
    unsafe cairo_move_to(context, points[0].x, points[0].y)
    for point in points.dropFirst() { unsafe cairo_line_to(context, point.x, point.y) }
  }

  /// Adds a closed ring through `points` to the path; fewer than three add nothing.
  public func addRing(_ points: [Coordinate]) {
    guard points.count > 2 else { return }
    addLine(points)
    unsafe cairo_close_path(context)
  }

  /// Adds a rectangle to the path.
  public func addRectangle(_ box: BoundingBox) {
    unsafe cairo_rectangle(
      context, box.minimumX, box.minimumY, box.maximumX - box.minimumX,
      box.maximumY - box.minimumY)
  }

  /// Adds a circle to the path.
  public func addCircle(centre: Coordinate, radius: Double) {
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
    unsafe cairo_close_path(context)
  }

  /// Fills the path by the even-odd rule, so that rings in rings are holes whatever their direction,
  /// and keeps it.
  public func fill(_ colour: Colour) {
    setColour(colour)
    unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    unsafe cairo_fill_preserve(context)
  }

  /// Draws along the path and keeps it.
  public func stroke(_ style: LineStyle) {
    setColour(style.colour)
    unsafe cairo_set_line_width(context, style.width)
    unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    unsafe cairo_set_line_cap(
      context, style.hasRoundEnds ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    unsafe style.dashes.withUnsafeBufferPointer { dashes in
      unsafe cairo_set_dash(context, dashes.baseAddress, Int32(dashes.count), 0)
    }
    unsafe cairo_stroke_preserve(context)
  }

  /// Draws by `body` within the path only (even-odd); the path is gone afterwards.
  public func clippedToPath(_ body: () -> Void) {
    unsafe cairo_save(context)
    unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    unsafe cairo_clip(context)
    body()
    unsafe cairo_restore(context)
  }
}
