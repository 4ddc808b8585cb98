internal import CCairo

/// Sets text: shapes it, breaks its lines, measures it.
///
/// Metrics are not fitted to pixels, so that a block has the same size in every format. Not
/// `Sendable`: its fonts belong to one thread. The first one of a process reads the system's fonts.
@safe public final class Typesetter {
  /// The families that are looked for, in order: the first that is installed and has the letter.
  /// DejaVu Sans comes with every Debian desktop and has all letters of Vietnamese.
  public static let families = "Open Sans, Noto Sans, DejaVu Sans, Sans"

  private let map: OpaquePointer
  private let context: OpaquePointer

  /// Makes a typesetter.
  ///
  /// - Throws: ``CairoError`` where there is no font at all.
  public init() throws(CairoError) {
    guard let map = unsafe pango_cairo_font_map_new(),
      let context = unsafe pango_font_map_create_context(map)
    else { throw CairoError(function: "pango_cairo_font_map_new", reason: "no fonts") }
    unsafe self.map = map
    unsafe self.context = context
    // One point is one unit of the canvas.
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(context, options)
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// Sets `text`; lines break at words where they would be wider than `width` points.
  ///
  /// - Throws: ``CairoError`` where memory is short.
  public func set(
    _ text: String, _ style: TextStyle, width: Double? = nil
  ) throws(CairoError) -> TextBlock {
    guard let layout = unsafe pango_layout_new(context),
      let font = unsafe pango_font_description_new()
    else { throw CairoError(function: "pango_layout_new", reason: "out of memory") }
    defer { unsafe pango_font_description_free(font) }
    unsafe pango_font_description_set_family(font, Self.families)
    unsafe pango_font_description_set_size(font, Int32((style.size * Self.units).rounded()))
    unsafe pango_font_description_set_weight(
      font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    if style.isItalic { unsafe pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_layout_set_alignment(
      layout, style.alignment == .centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT)
    if let width {
      unsafe pango_layout_set_width(layout, Int32((width * Self.units).rounded()))
      unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }
    if style.letterSpacing != 0 {
      let attributes = unsafe pango_attr_list_new()
      unsafe pango_attr_list_insert(
        attributes,
        pango_attr_letter_spacing_new(Int32((style.letterSpacing * Self.units).rounded())))
      unsafe pango_layout_set_attributes(layout, attributes)
      unsafe pango_attr_list_unref(attributes)
    }
    unsafe pango_layout_set_text(layout, text, -1)
    return unsafe TextBlock(layout, of: self)
  }

  /// Pango counts in 1024ths.
  static let units = 1024.0
}
