internal import CCairo
public import GeoModel

/// A picture of one grey and an opacity for each cell: relief behind a map.
public struct ShadeImage: Sendable, Hashable {
  /// The number of cells in a row.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// The darkness of each cell, row by row from the top: 0 leaves the paper, 255 is black.
  public let darkness: [UInt8]

  /// Makes a picture; `darkness` has a number for each cell.
  public init(columns: Int, rows: Int, darkness: [UInt8]) {
    precondition(darkness.count == columns * rows)
    self.columns = columns
    self.rows = rows
    self.darkness = darkness
  }
}

extension Canvas {
  /// Darkens what is drawn within `box` by `image`.
  ///
  /// - Throws: ``CairoError`` where memory is short.
  public func darken(by image: ShadeImage, in box: BoundingBox) throws(CairoError) {
    let stride = Int(cairo_format_stride_for_width(CAIRO_FORMAT_A8, Int32(image.columns)))
    var bytes = [UInt8](repeating: 0, count: stride * image.rows)
    for row in 0..<image.rows {
      let line = image.darkness[row * image.columns..<(row + 1) * image.columns]
      bytes.replaceSubrange(row * stride..<row * stride + image.columns, with: line)
    }
    let status: cairo_status_t = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard
        let mask = unsafe cairo_image_surface_create_for_data(
          buffer.baseAddress, CAIRO_FORMAT_A8, Int32(image.columns), Int32(image.rows),
          Int32(stride))
      else { return CAIRO_STATUS_NO_MEMORY }
      unsafe cairo_save(context)
      unsafe cairo_translate(context, box.minimumX, box.minimumY)
      unsafe cairo_scale(
        context, (box.maximumX - box.minimumX) / Double(image.columns),
        (box.maximumY - box.minimumY) / Double(image.rows))
      setColour(.black)
      unsafe cairo_mask_surface(context, mask, 0, 0)
      unsafe cairo_restore(context)
      // The pixels go with this closure: a vector surface has to have taken its own copy.
      unsafe cairo_surface_flush(mask)
      let status = unsafe cairo_surface_status(mask)
      unsafe cairo_surface_finish(mask)
      unsafe cairo_surface_destroy(mask)
      return status
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(function: "cairo_mask_surface", reason: CairoLibrary.reason(status))
    }
  }
}
