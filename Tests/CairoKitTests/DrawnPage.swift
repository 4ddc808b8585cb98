import CairoKit
import GeoModel

/// What a test draws, as the bytes of a file.
func drawn(
  _ format: DrawingFormat, width: Double = 40, height: Double = 30,
  information: DrawingInformation = DrawingInformation(title: "T"), _ body: (Canvas) throws -> Void
) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try Drawing.write(
    as: format, width: width, height: height, information: information, to: { bytes += $0 }, body)
  return bytes
}

/// A box with its corners.
func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> BoundingBox {
  BoundingBox(minimumX: left, minimumY: top, maximumX: right, maximumY: bottom)
}
