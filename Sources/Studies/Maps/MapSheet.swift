internal import CairoKit
internal import Cartography
internal import Publishing

/// The paper of a map and the form of its file.
public struct MapSheet: Sendable, Hashable {
  /// The form of the file.
  public enum Form: String, Sendable, CaseIterable {
    /// Pixels.
    case png
    /// Vectors for screens.
    case svg
    /// Vectors for print.
    case pdf
  }

  /// The sizes of paper.
  public enum Paper: String, Sendable, CaseIterable {
    /// 210 × 297 mm.
    case a4
    /// 297 × 420 mm.
    case a3
  }

  /// The form.
  public var form: Form
  /// The paper.
  public var paper: Paper
  /// The longer side in millimetres, where the paper is scaled to another size; `nil` as it is.
  public var longSide: Double?
  /// The dots an inch of a PNG.
  public var dotsPerInch: Double

  /// The side of a paper that is wide enough for a legend, in millimetres, and one that is not too
  /// large for a plotter.
  public static let sides = 120.0...2000.0

  /// Makes a sheet.
  ///
  /// - Throws: ``StudyError/usage(_:)`` for a size that cannot be drawn.
  public init(
    form: Form, paper: Paper = .a4, longSide: Double? = nil, dotsPerInch: Double = 200
  ) throws(StudyError) {
    self.form = form
    self.paper = paper
    self.longSide = longSide
    self.dotsPerInch = dotsPerInch
    if let longSide, !Self.sides.contains(longSide) {
      throw .usage("--width \(longSide): from 120 to 2000 mm")
    }
    guard (36...1200).contains(dotsPerInch) else {
      throw .usage("--dpi \(dotsPerInch): from 36 to 1200")
    }
    let size = size
    if form == .png,
      Drawing.pixels(width: size.width, height: size.height, dotsPerInch: dotsPerInch) == nil
    {
      throw .usage(
        "--dpi \(dotsPerInch): more than \(Drawing.greatestPixelCount / 1_000_000) million dots;"
          + " take fewer, or write .pdf")
    }
  }

  /// The form that the ending of `path` names.
  ///
  /// - Throws: ``StudyError/usage(_:)`` for another ending or none.
  public static func form(of path: String) throws(StudyError) -> Form {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    guard let form = Form(rawValue: ending.lowercased()) else {
      throw .usage("-o \(path): a map is a .png, .svg or .pdf; name one, or give --format")
    }
    return form
  }

  var size: PageSize {
    let size: PageSize = paper == .a4 ? .a4 : .a3
    guard let longSide else { return size }
    let factor = longSide * PageSize.pointsPerMillimetre / size.height
    return PageSize(width: size.width * factor, height: size.height * factor)
  }

  var drawingFormat: DrawingFormat {
    switch form {
    case .png: .png(dotsPerInch: dotsPerInch)
    case .svg: .svg
    case .pdf: .pdf
    }
  }
}

extension MapSheet {
  /// Hands `draw` what takes the bytes of a picture: a file that gets the name `path` once it is whole.
  ///
  /// - Throws: ``StudyError/output(_:)``; what `draw` throws.
  static func write(
    toFileAt path: String, _ draw: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    do {
      var file = try AtomicFile(path)
      try draw { bytes in try file.write(bytes) }
      try file.commit()
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
  }
}
