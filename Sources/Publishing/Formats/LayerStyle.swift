internal import GDALKit
internal import GeoModel

/// How a layer of a GeoPackage is drawn, as QGIS finds it there.
public struct LayerStyle: Sendable, Hashable {
  /// The layer.
  public var layer: String
  /// What the style is called.
  public var name: String
  /// The style in QGIS's form (QML).
  public var document: String

  /// Makes a style.
  public init(layer: String, name: String, document: String) {
    self.layer = layer
    self.name = name
    self.document = document
  }
}

extension LayerStyle {
  /// The name and columns of the table that QGIS looks into.
  static let table = VectorContent(
    name: "layer_styles",
    fields: [
      .init(name: "f_table_catalog", kind: .text), .init(name: "f_table_schema", kind: .text),
      .init(name: "f_table_name", kind: .text), .init(name: "f_geometry_column", kind: .text),
      .init(name: "styleName", kind: .text), .init(name: "styleQML", kind: .text),
      .init(name: "styleSLD", kind: .text), .init(name: "useAsDefault", kind: .flag),
      .init(name: "description", kind: .text), .init(name: "owner", kind: .text),
      .init(name: "ui", kind: .text), .init(name: "update_time", kind: .time),
    ], shape: .none, options: ["FID=id"])

  /// The row of the table. QGIS finds it by the empty schema and the column of geometry; without either
  /// it does not.
  var row: VectorContent.Feature {
    VectorContent.Feature(
      values: [
        .text(""), .text(""), .text(layer), .text("geom"), .text(name), .text(document), .text(""),
        .flag(true), .text(name), .text(""), .null, .text("2000-01-01T00:00:00Z"),
      ], geometry: nil)
  }
}
