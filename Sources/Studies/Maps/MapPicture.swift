internal import CairoKit
internal import Cartography

/// A map that is ready to be drawn.
public struct MapPicture: Sendable {
  /// What is worth a line on standard error.
  public var warnings: [String]

  let document: MapDocument

  /// Draws the map on `sheet` and hands the bytes of the file to `sink`, in order. The same map gives
  /// the same bytes.
  ///
  /// - Throws: ``StudyError``; what `sink` throws.
  public func write(
    on sheet: MapSheet, to sink: ([UInt8]) throws -> Void
  ) throws {
    do {
      try MapRenderer(paper: sheet.size)
        .write(document, as: sheet.drawingFormat, to: sink)
    } catch let error as CairoError {
      throw StudyError.internalFailure(error.message)
    }
  }

  /// Draws the map on `sheet` and writes it to `path`: beside it first, then renamed.
  ///
  /// - Throws: ``StudyError``.
  public func write(on sheet: MapSheet, toFileAt path: String) throws {
    try MapSheet.write(toFileAt: path) { sink in try write(on: sheet, to: sink) }
  }
}
