/// How long one kernel takes, and on how much work.
struct Measurement {
  /// The kernel, as the table names it.
  let name: String
  /// The wall time of each counted run.
  let times: [Duration]
  /// What the time is shared out to, with its unit: so many edges, cells, bytes.
  let amounts: [Amount]

  /// An amount of work done by one run.
  struct Amount {
    /// How many.
    let count: Double
    /// What is counted, in the singular.
    let unit: String
    /// Whether the table tells the time for each, or as many in a second.
    let form: Form

    /// How the table shares out the time.
    enum Form {
      /// Nanoseconds for each.
      case nanosecondsEach
      /// Millions in a second.
      case millionsPerSecond
    }
  }

  /// The middle of the times; of an even number of them the mean of the middle two.
  var median: Duration {
    let sorted = times.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The amounts in their own words: `12.3 ns an edge`, `210 million bytes a second`.
  var rates: String {
    amounts.map { amount in
      let seconds = median.seconds
      return switch amount.form {
      case .nanosecondsEach: "\((seconds * 1e9 / amount.count).decimals(2)) ns/\(amount.unit)"
      case .millionsPerSecond: "\((amount.count / seconds / 1e6).decimals(1)) M\(amount.unit)/s"
      }
    }.joined(separator: ", ")
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

extension Double {
  /// The number with a fixed count of decimals.
  func decimals(_ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let units = Int((magnitude * scale).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    guard count > 0 else { return "\(sign)\(units)" }
    let fraction = "\(units % Int(scale))"
    let zeros = String(repeating: "0", count: count - fraction.count)
    return "\(sign)\(units / Int(scale)).\(zeros)\(fraction)"
  }
}
