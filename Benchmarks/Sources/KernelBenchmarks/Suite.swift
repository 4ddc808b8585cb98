/// The measurements asked for, one after another.
struct Suite {
  /// The number of counted runs of each kernel.
  let runs: Int
  /// Only kernels whose name holds this text are run; `nil` for all.
  let pattern: String?
  /// What was measured so far.
  private(set) var measurements: [Measurement] = []

  init(runs: Int, pattern: String?) {
    self.runs = runs
    self.pattern = pattern
  }

  /// Measures `body` after one run that is not counted.
  ///
  /// - Parameters:
  ///   - name: the kernel.
  ///   - prepare: makes the data and tells the amounts; not measured, and not called where the
  ///     kernel is not asked for.
  ///   - body: one run. What it returns must follow from all of its work, so that none of it is
  ///     optimised away, and must be the same each time, which is checked.
  mutating func measure<Data, Result: Equatable>(
    _ name: String, prepare: () throws -> (Data, [Measurement.Amount]),
    body: (Data) throws -> Result
  ) throws {
    if let pattern, !name.contains(pattern) { return }
    let (data, amounts) = try prepare()
    let clock = ContinuousClock()
    let first = try body(data)
    var times: [Duration] = []
    for _ in 0..<runs {
      let start = clock.now
      let result = try body(data)
      times.append(clock.now - start)
      precondition(result == first, "\(name): one run differs from another")
    }
    measurements.append(Measurement(name: name, times: times, amounts: amounts))
  }

  /// The measurements as a Markdown table.
  var table: String {
    var lines = ["| kernel | ms, median | ms, least | rate |", "|---|--:|--:|---|"]
    for measurement in measurements {
      let median = (measurement.median.seconds * 1e3).decimals(2)
      let least = ((measurement.times.min() ?? .zero).seconds * 1e3).decimals(2)
      lines.append("| \(measurement.name) | \(median) | \(least) | \(measurement.rates) |")
    }
    return lines.joined(separator: "\n")
  }
}
