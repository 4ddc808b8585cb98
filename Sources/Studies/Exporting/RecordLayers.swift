internal import DigestKit
internal import GeoModel
internal import Publishing

/// What belongs beside layers in one file: where they come from and what their columns mean, as tables.
struct RecordLayers {
  /// `nil` for a layer by itself.
  let record: RunRecord?
  let titles: LayerTitles

  /// The sources with reference system, files and digests, a row a file; `nil` without a record.
  var sources: Layer? {
    guard let record else { return nil }
    var features: [LayerFeature] = []
    for source in record.sources {
      let files: [RunRecord.FileRecord?] = source.files.isEmpty ? [nil] : source.files
      for file in files {
        features.append(
          LayerFeature(
            identifier: "source/\(features.count + 1)", geometry: nil,
            properties: [
              Property("section", .text(source.section)), Property("source", .text(source.source)),
              Property("layer", .optionalText(source.layer)),
              Property("crs", .optionalText(source.referenceSystem)),
              Property("source_vintage", .optionalText(source.vintage)),
              Property("file", .optionalText(file?.path)),
              Property("bytes", .optionalInteger(file?.digest.size)),
              Property("sha256", .optionalText(file?.digest.sha256.hexadecimal)),
              Property("plan", .text(record.plan.path)),
              Property("vintage", .optionalText(record.plan.vintage)),
              Property("upland", .text(record.version)),
            ]))
      }
    }
    return Layer(name: "sources", features: features)
  }

  /// What was taken as known, and what was left out of outlines; `nil` without a record or where nothing was.
  var assumptions: Layer? {
    guard let record, !record.assumptions.isEmpty else { return nil }
    return Layer(
      name: "assumptions",
      features: record.assumptions.enumerated().map { index, entry in
        LayerFeature(
          identifier: "assumption/\(index + 1)", geometry: nil,
          properties: [
            Property("section", .text(entry.section)),
            Property("assumption", .text(entry.assumption)),
            Property("count", .integer(entry.count)),
            Property("of", .optionalInteger(entry.of)),
          ])
      })
  }

  /// The columns of `layers` with what they are called and their unit, a row a column.
  func fields(of layers: [Layer]) -> Layer {
    var features: [LayerFeature] = []
    for layer in layers {
      let schema = LayerSchema(of: layer, title: titles.property)
      for (index, field) in schema.fields.enumerated().dropFirst() {
        features.append(
          LayerFeature(
            identifier: "field/\(features.count + 1)", geometry: nil,
            properties: [
              Property("layer", .text(layer.name)), Property("position", .integer(index)),
              Property("field", .text(field.name)),
              Property("title", .text(field.title)), Property("unit", .optionalText(field.unit)),
              Property("values", .optionalText(field.values?.joined(separator: ", "))),
            ]))
      }
    }
    return Layer(name: "fields", features: features)
  }
}
