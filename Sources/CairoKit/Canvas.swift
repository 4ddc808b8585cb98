internal import CCairo
public import GeoModel

/// What is drawn with: a page in points, x to the right, y down.
///
/// Valid only inside the closure that it is handed to. Not `Sendable`: a Cairo context belongs to one
/// thread.
@safe public final class Canvas {
  let context: OpaquePointer
  let drawsTextAsPaths: Bool
  let surface: Surface

  init(_ surface: Surface, drawsTextAsPaths: Bool) throws(CairoError) {
    guard let context = unsafe cairo_create(surface.handle) else {
      throw CairoError(function: "cairo_create", reason: "no context")
    }
    unsafe self.context = context
    self.surface = surface
    self.drawsTextAsPaths = drawsTextAsPaths
  }

  deinit {
    unsafe cairo_destroy(context)
  }

  func scale(x: Double, y: Double) {
    unsafe cairo_scale(context, x, y)
  }

  /// Tells of an error in any call before.
  func finish() throws(CairoError) {
    let status = unsafe cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(function: "drawing", reason: CairoLibrary.reason(status))
    }
  }

  /// Ends the page and begins the next; formats of one page draw on.
  public func nextPage() {
    unsafe cairo_show_page(context)
  }

  /// Draws by `body` within `box` only; nothing that it sets outlasts it.
  public func clipped<Failure: Error>(
    to box: BoundingBox, _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    unsafe cairo_save(context)
    defer { unsafe cairo_restore(context) }
    unsafe cairo_new_path(context)
    unsafe cairo_rectangle(
      context, box.minimumX, box.minimumY, box.maximumX - box.minimumX,
      box.maximumY - box.minimumY)
    unsafe cairo_clip(context)
    try body()
  }

  func setColour(_ colour: Colour) {
    unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha)
  }
}
