internal import CairoKit
internal import Cartography
internal import Publishing

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
    do {
      var file = try AtomicFile(path)
      try write(on: sheet) { bytes in try file.write(bytes) }
      try file.commit()
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
  }
}
