/// Figures that were carried to new units, and what is to be said of them.
public struct CarriedFigures: Sendable, Hashable {
  /// The figures of the new units that any old unit reaches, by code; `nil` where a source is not
  /// known: unknown is not zero. A new unit that is missing here has no source at all.
  public var values: [String: Double?]
  /// What is known of each new unit, by code: for counts a figure that the true one cannot fall
  /// below.
  public var knownParts: [String: Double]
  /// For each new unit with unknown sources the codes of these, in ascending order.
  public var unknownSources: [String: [String]]
  /// What was counted in parts of old units that lie in no new unit.
  public var outside: Double
  /// The codes that have a figure and are no unit of the matrix, in ascending order: their figures
  /// went nowhere.
  public var strays: [String]
}

extension TransferMatrix {
  /// Carries figures that add up: counts or areas.
  ///
  /// A part of weight 0 brings nothing: neither a zero nor an unknown. By the areas in common a
  /// new unit has a figure where enough of its ground lies in old units whose figure is known: a
  /// sliver of an unknown neighbour is no reason to know nothing. O(parts).
  ///
  /// - Parameter values: the figure of each old unit, by code; an old unit that is missing, `nil`
  ///   or not finite is not known.
  public func carry(_ values: [String: Double?]) -> CarriedFigures {
    var sums: [String: CompensatedSum] = [:]
    var unknown: [String: [String]] = [:]
    var lacking = uncoveredShares
    var outside = CompensatedSum()
    for entry in entries {
      let value = Self.known(values[entry.code])
      for (index, target) in entry.targets.enumerated() where entry.weights[index] > 0 {
        if let value {
          sums[target, default: CompensatedSum()].add(value * entry.weights[index])
        } else {
          unknown[target, default: []].append(entry.code)
          // Without ground to go by, any unknown part leaves the whole unknown.
          lacking[target, default: 0] += entry.groundShares?[index] ?? .infinity
        }
      }
      if let value { outside.add(value * entry.outside) }
    }
    let parts = sums.mapValues(\.value)
    var carried: [String: Double?] = parts.mapValues { $0 }
    for target in Set(unknown.keys).union(parts.keys)
    where parts[target] == nil || 1 - lacking[target, default: 0] < leastCovered {
      carried[target] = .some(nil)
    }
    return CarriedFigures(
      values: carried, knownParts: parts, unknownSources: unknown, outside: outside.value,
      strays: strays(of: values))
  }

  /// The codes of known figures that no unit of the matrix has, in ascending order.
  private func strays(of values: [String: Double?]) -> [String] {
    let codes = Set(entries.map(\.code))
    return values.filter { !codes.contains($0.key) && Self.known($0.value) != nil }
      .map(\.key).sorted()
  }

  /// The figure itself, where it is one.
  static func known(_ value: Double??) -> Double? {
    guard let value = value ?? nil, value.isFinite else { return nil }
    return value
  }
}
