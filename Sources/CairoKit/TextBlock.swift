internal import CCairo

/// Text that is set and measured, ready to be drawn. All lengths in points.
@safe public final class TextBlock {
  /// The width of its widest line.
  public let width: Double
  /// The height of its lines with the room above and below the letters.
  public let height: Double
  /// From the top to the line on which the letters of the first line stand.
  public let baseline: Double
  /// How far its letters begin right of the left edge: not 0 for lines in the middle of a width.
  public let left: Double
  /// The number of letters that no installed font has.
  public let unknownGlyphCount: Int

  let layout: OpaquePointer
  /// The fonts live as long as what is set in them.
  private let typesetter: Typesetter

  init(_ layout: OpaquePointer, of typesetter: Typesetter) {
    unsafe self.layout = layout
    self.typesetter = typesetter
    var extents = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &extents)
    width = Double(extents.width) / Typesetter.units
    height = Double(extents.height) / Typesetter.units
    left = Double(extents.x) / Typesetter.units
    baseline = Double(unsafe pango_layout_get_baseline(layout)) / Typesetter.units
    unknownGlyphCount = Int(unsafe pango_layout_get_unknown_glyphs_count(layout))
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(layout))
  }
}

extension Canvas {
  /// Draws `block` with its upper left corner at `x`, `y`; with a halo of `halo.width` points around
  /// its letters, where one is given.
  public func draw(
    _ block: TextBlock, x: Double, y: Double, colour: Colour, halo: LineStyle? = nil
  ) {
    let left = x - block.left
    unsafe cairo_new_path(context)
    if let halo {
      unsafe cairo_move_to(context, left, y)
      unsafe pango_cairo_layout_path(context, block.layout)
      // Half of a stroke lies inside the letters.
      stroke(LineStyle(colour: halo.colour, width: 2 * halo.width, hasRoundEnds: true))
      unsafe cairo_new_path(context)
    }
    setColour(colour)
    unsafe cairo_move_to(context, left, y)
    if drawsTextAsPaths {
      unsafe pango_cairo_layout_path(context, block.layout)
      unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      unsafe cairo_fill(context)
    } else {
      unsafe pango_cairo_show_layout(context, block.layout)
    }
    unsafe cairo_new_path(context)
  }
}
