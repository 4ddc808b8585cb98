public import GeoModel

/// Writes a layer as comma-separated text (RFC 4180, lines ended by a line feed), a feature a line.
///
/// The identifier and the properties, then the position of points as `longitude` and `latitude` to 6
/// decimals. Unknown is empty; an empty text is `""`. Text that could be taken for a number, such as a
/// code, stands in quotation marks, numbers never do: so readers that look at them (GDAL, QGIS) keep the
/// zeros in front of codes. GDAL 3.6 itself puts whole numbers in quotation marks too.
public struct CSVWriter: Sendable {
  /// The columns of a position, in degrees.
  static let positionNames = ["longitude", "latitude"]

  /// Makes a writer.
  public init() {}

  /// Whether `layer` has points, whose position is written.
  public static func writesPositions(of layer: Layer) -> Bool {
    layer.features.contains { if case .point? = $0.geometry { true } else { false } }
  }

  /// Writes `layer` to `sink`, in pieces of about 64 KiB. O(features · properties).
  ///
  /// - Throws: ``GeoJSONError/propertyNotFinite(feature:property:)``; what the sink throws.
  public func write(_ layer: Layer, to sink: GeoJSONStream.Sink) throws {
    var buffer = ByteBuffer()
    let first = layer.features.first?.properties ?? layer.studyTotals
    let hasPoints = Self.writesPositions(of: layer)
    let names =
      [LayerSchema.identifier] + first.map(\.name) + (hasPoints ? Self.positionNames : [])
    buffer.append(names.map(Self.quoted).joined(separator: ","))
    buffer.append("\n")
    for feature in layer.features {
      buffer.append(Self.quoted(feature.identifier))
      for property in feature.properties {
        buffer.append(",")
        try append(property, of: feature.identifier, to: &buffer)
      }
      if hasPoints {
        if case .point(let point)? = feature.geometry {
          for value in [point.x, point.y] {
            buffer.append(",")
            buffer.append(value, decimals: 6)
          }
        } else {
          buffer.append(",,")
        }
      }
      buffer.append("\n")
      if buffer.bytes.count >= 65_536 {
        try sink(buffer.bytes)
        buffer = ByteBuffer()
      }
    }
    try sink(buffer.bytes)
  }

  private func append(
    _ property: Property, of feature: String, to buffer: inout ByteBuffer
  ) throws(GeoJSONError) {
    switch property.value {
    case .null: break
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .integer(let number): buffer.append(number)
    case .real(let number, let decimals):
      guard number.isFinite else {
        throw .propertyNotFinite(feature: feature, property: property.name)
      }
      buffer.append(number, decimals: decimals)
    case .text(let text): buffer.append(Self.quoted(text))
    case .list(let texts): buffer.append(Self.quoted(texts.joined(separator: ", ")))
    }
  }

  /// A text as it stands between commas.
  static func quoted(_ text: String) -> String {
    let bare = text.utf8.allSatisfy { byte in
      ![UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains(byte)
    }
    let isPadded = text.first == " " || text.last == " "
    if bare, !text.isEmpty, !isPadded, Double(text) == nil { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
