internal import CCairo

/// A drawing on one or more pages of one size, written as a file.
public enum Drawing {
  /// The most pixels that a picture may have: 480 MB in memory.
  public static let greatestPixelCount = 120_000_000

  /// The size in pixels of a picture of a page; `nil` where it is empty or larger than
  /// ``greatestPixelCount``.
  public static func pixels(
    width: Double, height: Double, dotsPerInch: Double
  ) -> (width: Int, height: Int)? {
    let columns = (width * dotsPerInch / 72).rounded()
    let rows = (height * dotsPerInch / 72).rounded()
    guard columns >= 1, rows >= 1, columns * rows <= Double(greatestPixelCount),
      max(columns, rows) <= 32_767
    else { return nil }
    return (Int(columns), Int(rows))
  }

  /// Draws a page of `width` × `height` points (1/72 inch) by `body` and hands the bytes of the file
  /// to `sink`, in order. Units of the canvas are points, x to the right, y down, from the upper left
  /// corner. The same calls give the same bytes, whatever the thread; a picture needs memory for all
  /// its pixels, vectors are streamed.
  ///
  /// - Throws: ``CairoError``; what `body` and `sink` throw.
  public static func write(
    as format: DrawingFormat, width: Double, height: Double, information: DrawingInformation,
    to sink: ([UInt8]) throws -> Void, _ body: (Canvas) throws -> Void
  ) throws {
    try withoutActuallyEscaping(sink) { sink in
      try draw(
        as: format, width: width, height: height, information: information, to: sink, body)
    }
  }

  private static func draw(
    as format: DrawingFormat, width: Double, height: Double, information: DrawingInformation,
    to sink: @escaping ([UInt8]) throws -> Void, _ body: (Canvas) throws -> Void
  ) throws {
    switch format {
    case .png(let dotsPerInch):
      guard let size = pixels(width: width, height: height, dotsPerInch: dotsPerInch) else {
        throw CairoError(
          function: "cairo_image_surface_create",
          reason: "\(width) × \(height) points at \(dotsPerInch) dots an inch is no size")
      }
      let surface = try unsafe Surface(
        unsafe cairo_image_surface_create(
          CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height)),
        function: "cairo_image_surface_create")
      let canvas = try Canvas(surface, drawsTextAsPaths: true)
      canvas.scale(x: Double(size.width) / width, y: Double(size.height) / height)
      try body(canvas)
      try canvas.finish()
      let stream = OutputStream(edit: FileHeaders.addResolution(dotsPerInch), sink: sink)
      try surface.writePNG(to: stream)
    case .svg, .pdf:
      let stream = OutputStream(
        edit: format == .svg ? FileHeaders.addWords(information) : nil, isSVG: format == .svg,
        sink: sink)
      let surface = try unsafe Surface(
        unsafe make(format, width: width, height: height, stream: stream),
        function: format == .svg
          ? "cairo_svg_surface_create_for_stream" : "cairo_pdf_surface_create_for_stream",
        stream: stream)
      prepare(surface, format, information)
      let canvas = try Canvas(surface, drawsTextAsPaths: false)
      try body(canvas)
      try canvas.finish()
      try surface.finish()
    }
  }

  private static func make(
    _ format: DrawingFormat, width: Double, height: Double, stream: OutputStream
  ) -> OpaquePointer? {
    let closure = unsafe Unmanaged.passUnretained(stream).toOpaque()
    return format == .svg
      ? unsafe cairo_svg_surface_create_for_stream(OutputStream.callback, closure, width, height)
      : unsafe cairo_pdf_surface_create_for_stream(OutputStream.callback, closure, width, height)
  }

  private static func prepare(
    _ surface: Surface, _ format: DrawingFormat, _ information: DrawingInformation
  ) {
    let handle = unsafe surface.handle
    if format == .svg {
      unsafe cairo_svg_surface_set_document_unit(handle, CAIRO_SVG_UNIT_PT)
      return
    }
    unsafe cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_TITLE, information.title)
    unsafe cairo_pdf_surface_set_metadata(
      handle, CAIRO_PDF_METADATA_SUBJECT, information.description)
    unsafe cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_CREATOR, "Upland")
    let date = (information.date ?? "1970-01-01") + "T00:00:00Z"
    unsafe cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_CREATE_DATE, date)
    unsafe cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_MOD_DATE, date)
  }
}
