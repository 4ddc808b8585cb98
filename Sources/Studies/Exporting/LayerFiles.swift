public import GeoModel
internal import Plan
public import Publishing

/// Writes layers as files, or into a database, in the formats that GDAL's drivers write.
public struct LayerFiles: Sendable {
  private let format: VectorFormat
  private let titles: LayerTitles

  /// Prepares for `format`, with the words of `vocabulary` where the format has room for them.
  ///
  /// - Parameters:
  ///   - format: The format of the files, or the kind of database.
  ///   - vocabulary: What layers and properties are called, and in which language.
  ///   - levels: The names of the levels of units.
  /// - Throws: ``StudyError/usage(_:)`` where this build of GDAL cannot write the format.
  public init(
    _ format: VectorFormat, vocabulary: ReportVocabulary, levels: [String]
  ) throws(StudyError) {
    guard format.isAvailable else {
      throw .usage(
        "\(format.rawValue): this machine's GDAL cannot write it (no driver \(format.driver));"
          + " 'upland formats' lists what it can")
    }
    self.format = format
    titles = LayerTitles(vocabulary, levels: levels)
  }

  /// Writes `layers` to `target`, a file that appears whole or not at all, or a database that gets all of
  /// them or none.
  ///
  /// - Returns: What is worth a line on standard error: features that the format cannot hold.
  /// - Throws: ``StudyError``; ``StudyError/usage(_:)`` where the format holds one layer and there are
  ///   several, or none of them can be in it.
  public func write(_ layers: [Layer], to target: String) async throws -> [String] {
    try await write(layers, record: nil, to: target)
  }

  /// The same with the tables of sources and columns, where the format has room for tables beside layers.
  func write(
    _ layers: [Layer], record: RunRecord?, to target: String
  ) async throws -> [String] {
    try requireRoom(for: layers.count)
    if !format.holdsTables, layers.allSatisfy({ !$0.hasPlaces }) {
      throw StudyError.usage(
        "\(format.rawValue) holds geometry and nothing else;"
          + " \(layers.map(\.name).joined(separator: ", ")) has none")
    }
    if format == .postgis {
      try put(layers, record, to: target, named: target)
      return []
    }
    do {
      var reports: [GeoJSONReport] = []
      try await ExternalFile.write(target) { path in
        reports = try put(layers, record, to: path, named: target)
      }
      return warnings(zip(layers.filter { format.holdsTables || $0.hasPlaces }, reports))
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
  }

  /// A line for each layer of which features were left out.
  func warnings(_ written: some Sequence<(Layer, GeoJSONReport)>) -> [String] {
    written.filter { $0.1.leftOutWithoutPlace > 0 }.map { layer, report in
      "\(layer.name): \(report.leftOutWithoutPlace) of \(layer.features.count) features have no place and"
        + " are not written, because \(format.rawValue) holds none without"
    }
  }

  /// - Throws: ``StudyError/usage(_:)`` where one file of the format cannot hold `count` layers.
  func requireRoom(for count: Int) throws(StudyError) {
    guard count > 1, !format.holdsSeveralLayers else { return }
    throw .usage(
      "\(format.rawValue) holds one layer a file and these are \(count);"
        + " name one with --layer, or a folder with -o and --format \(format.rawValue)")
  }

  /// - Throws: ``StudyError/input(_:)`` where the format takes two of the columns `names` of `layer` for one.
  func requireDistinct(_ names: [String], in layer: String) throws(StudyError) {
    guard format.mergesCases else { return }
    var first: [String: String] = [:]
    for name in names {
      guard let other = first.updateValue(name, forKey: name.lowercased()) else { continue }
      throw .input([
        "\(layer): the columns '\(other)' and '\(name)' differ by case alone, and"
          + " \(format.driver) takes them for one; give one of them another name in the plan, or write"
          + " another format"
      ])
    }
  }

  /// Writes `layers` to the new file at `path`; messages call it `name`.
  @discardableResult
  func put(
    _ layers: [Layer], _ record: RunRecord?, to path: String, named name: String
  ) throws -> [GeoJSONReport] {
    for layer in layers {
      try requireDistinct(
        (layer.features.first?.properties ?? []).map(\.name), in: layer.name)
    }
    var tables: [Layer] = []
    if format == .xlsx || format == .geopackage {
      let records = RecordLayers(record: record, titles: titles)
      tables = [records.sources, records.assumptions, records.fields(of: layers)].compactMap(\.self)
    }
    let styles =
      format == .geopackage ? layers.compactMap(LayerStyles(titles: titles).style) : []
    let titles = titles
    let names = Set((layers + tables).map(\.name))
    let writer = VectorFileWriter(format, mender: GEOSMender()) { name in
      names.contains(name) ? titles.layer(name) : titles.property(name)
    }
    do {
      return try writer.write(layers + tables, styles: styles, to: path)
    } catch let error as FormatError {
      throw StudyError.output(
        .failed(
          path: SourceLocation.withoutSecrets(name), action: "write \(format.driver)",
          reason: SourceLocation.withoutSecrets(error.reason.replacing(path, with: name))))
    } catch let error as GeoJSONError {
      throw StudyError.internalFailure(error.message)
    }
  }
}

extension Layer {
  /// Whether any feature has a place.
  var hasPlaces: Bool { features.contains { $0.geometry?.isEmpty == false } }
}
