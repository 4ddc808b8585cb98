public import GeoModel

extension GeoJSONWriter {
  /// The features that one worker encodes at a time: some megabytes of communes.
  private static let featuresPerPiece = 64

  /// Writes `layer` to `sink` with `jobs` workers: they round, judge and encode features, while the
  /// pieces are handed over in order. The bytes are those of `write(_:to:)`, whatever the workers.
  /// Memory holds two pieces a worker beside the layer.
  ///
  /// - Throws: ``GeoJSONError`` of the first feature that cannot be written; what the sink throws.
  public func write(
    _ layer: Layer, jobs: Int, to sink: GeoJSONStream.Sink
  ) async throws -> GeoJSONReport {
    var stream = GeoJSONStream(
      name: layer.name, form: form, decimals: decimals, mender: mender)
    let features = layer.features
    let size = GeoJSONWriter.featuresPerPiece
    let count = (features.count + size - 1) / size
    let workers = max(1, jobs)
    let writer = self
    try await withThrowingTaskGroup(of: (Int, Result<EncodedFeatures, any Error>).self) { group in
      var encoded: [Int: Result<EncodedFeatures, any Error>] = [:]
      var begun = 0
      for written in 0..<count {
        while encoded[written] == nil {
          while begun < count, begun - written < 2 * workers,
            begun - written - encoded.count < workers
          {
            let index = begun
            let piece = features[index * size..<min(features.count, (index + 1) * size)]
            group.addTask { (index, Result { try writer.encoded(piece) }) }
            begun += 1
          }
          guard let (index, result) = try await group.next() else { break }
          encoded[index] = result
        }
        guard let result = encoded.removeValue(forKey: written) else { break }
        try stream.append(try result.get(), to: sink)
      }
    }
    return try stream.finish(to: sink)
  }

  /// Writes `layer` to the end of `file` with `jobs` workers.
  ///
  /// - Throws: ``GeoJSONError``; ``OutputError``.
  public func write(
    _ layer: Layer, jobs: Int, to file: inout AtomicFile
  ) async throws -> GeoJSONReport {
    try await write(layer, jobs: jobs) { try file.write($0) }
  }

  private func encoded(_ features: ArraySlice<LayerFeature>) throws -> EncodedFeatures {
    try EncodedFeatures(features, form: form, decimals: decimals, mender: mender)
  }
}
