internal import CairoKit
internal import Cartography

/// An atlas that is ready to be written.
public struct AtlasBook: Sendable {
  /// What is worth a line on standard error.
  public var warnings: [String]

  let atlas: Atlas

  /// Draws the pages one after another and hands the bytes of the PDF to `sink`, in order. The same
  /// atlas gives the same bytes; of the form of `sheet` no use is made.
  ///
  /// - Throws: ``StudyError``; what `sink` throws.
  public func write(on sheet: MapSheet, to sink: ([UInt8]) throws -> Void) throws {
    do {
      try AtlasRenderer(paper: sheet.size).write(atlas, to: sink)
    } catch let error as CairoError {
      throw StudyError.internalFailure(error.message)
    }
  }

  /// Writes the PDF to `path`: beside it first, then renamed.
  ///
  /// - Throws: ``StudyError``.
  public func write(on sheet: MapSheet, toFileAt path: String) throws {
    try MapSheet.write(toFileAt: path) { sink in try write(on: sheet, to: sink) }
  }
}
