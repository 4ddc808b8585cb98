public import GeoModel
internal import Synchronization

/// Features of a layer that come in any order, from any worker, kept on disk as they will be written until
/// all are there: a layer can be larger than memory.
///
/// What is written is what ``GeoJSONWriter`` writes of the same features in the order of their positions, to
/// the byte. Memory holds about 100 bytes a feature: where it lies, and its identifier.
public final class FeatureSpool: Sendable {
  private struct Place {
    var offset: Int64
    var count: Int
    var identifier: String
  }

  /// What workers share.
  private struct State: ~Copyable {
    var file: SpoolFile
    var places: [Place?]
    var report = GeoJSONReport()
    var extent = WrittenExtent()
    var survey = LayerSurvey()
  }

  private let name: String
  private let writer: GeoJSONWriter
  private let state: Mutex<State>

  /// Makes room for a layer called `name` with `count` features, on the disk of `folder`, which must exist.
  ///
  /// - Throws: ``OutputError``.
  public init(
    name: String, count: Int, writer: GeoJSONWriter, in folder: String
  ) throws(OutputError) {
    self.name = name
    self.writer = writer
    let file = try SpoolFile(in: folder)
    state = Mutex(State(file: file, places: [Place?](repeating: nil, count: count)))
  }

  /// Takes features, each with its position in the layer.
  ///
  /// - Throws: ``GeoJSONError`` where one cannot be written; ``OutputError``.
  public func put(_ features: [(position: Int, feature: LayerFeature)]) throws {
    var encoder = FeatureEncoder(decimals: writer.decimals, mender: writer.mender)
    var survey = LayerSurvey()
    var starts: [Int] = []
    for (_, feature) in features {
      starts.append(encoder.buffer.count)
      try encoder.append(feature)
      survey.add(feature.properties)
    }
    starts.append(encoder.buffer.count)
    try state.withLock { state in
      let start = state.file.size
      for (index, (position, feature)) in features.enumerated() {
        state.places[position] = Place(
          offset: start + Int64(starts[index]), count: starts[index + 1] - starts[index],
          identifier: feature.identifier)
      }
      try state.file.append(encoder.buffer.bytes)
      state.report += encoder.report
      state.extent.formUnion(encoder.extent)
      state.survey.formUnion(survey)
    }
  }

  /// What the features' properties hold.
  public var survey: LayerSurvey { state.withLock { $0.survey } }

  /// Writes the features that have come to `sink`, in the order of their positions.
  ///
  /// - Throws: ``OutputError``; what the sink throws.
  public func write(to sink: GeoJSONStream.Sink) throws -> GeoJSONReport {
    var stream = GeoJSONStream(
      name: name, form: writer.form, decimals: writer.decimals, mender: writer.mender)
    let (places, report, extent) = state.withLock { ($0.places, $0.report, $0.extent) }
    for place in places {
      guard let place else { continue }
      let bytes = try state.withLock { try $0.file.read(place.count, from: place.offset) }
      try stream.append(encoded: bytes, identifier: place.identifier, to: sink)
    }
    stream.note(report, extent: extent)
    return try stream.finish(to: sink)
  }

  /// Writes them to the end of `file`.
  ///
  /// - Throws: ``OutputError``.
  public func write(to file: inout AtomicFile) throws -> GeoJSONReport {
    try write { try file.write($0) }
  }
}
