internal import CCairo

/// What is drawn on, and its lifetime.
@safe final class Surface {
  let handle: OpaquePointer
  /// Where a vector surface writes to; it must live as long.
  private let stream: OutputStream?

  init(
    _ handle: OpaquePointer?, function: String, stream: OutputStream? = nil
  ) throws(CairoError) {
    self.stream = stream
    guard let handle = unsafe handle else {
      throw CairoError(function: function, reason: "no surface")
    }
    let status = unsafe cairo_surface_status(handle)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(handle)
      throw CairoError(function: function, reason: CairoLibrary.reason(status))
    }
    unsafe self.handle = handle
  }

  deinit {
    // What was not finished is not wanted any more.
    stream?.close()
    unsafe cairo_surface_destroy(handle)
  }

  /// Writes the pixels as PNG.
  func writePNG(to stream: OutputStream) throws {
    let closure = unsafe Unmanaged.passUnretained(stream).toOpaque()
    let status = unsafe cairo_surface_write_to_png_stream(handle, OutputStream.callback, closure)
    stream.flush()
    if let failure = stream.failure { throw failure }
    try check(status, "cairo_surface_write_to_png_stream")
  }

  /// Ends a vector file.
  func finish() throws {
    unsafe cairo_surface_finish(handle)
    stream?.flush()
    if let failure = stream?.failure { throw failure }
    try check(unsafe cairo_surface_status(handle), "cairo_surface_finish")
  }

  private func check(_ status: cairo_status_t, _ function: String) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(function: function, reason: CairoLibrary.reason(status))
    }
  }
}
