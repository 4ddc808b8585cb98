/// What kind of quantity a column holds, which decides how it may be added up and carried over.
public enum QuantityKind: String, Sendable, Hashable, CaseIterable {
  /// A number of things: adds up.
  case count
  /// An area: adds up.
  case area
  /// A part of a whole in per cent: moves as numerator and denominator.
  case share
  /// So many of one for each of another: moves as numerator and denominator.
  case rate
  /// A mark or an index: cannot be added up or carried over.
  case score
  /// The middle value of many: cannot be added up or carried over.
  case median

  /// Whether figures of several units add up to that of the whole.
  public var addsUp: Bool { self == .count || self == .area }

  /// Whether the quantity is a quotient of two that add up.
  public var isQuotient: Bool { self == .share || self == .rate }

  /// What a quotient is multiplied by: a share is in per cent.
  public var scale: Double { self == .share ? 100 : 1 }
}

/// The proof that carrying figures over lost and added nothing.
public struct ConservationCheck: Sendable, Hashable {
  /// The column.
  public var column: String
  /// The total of the old units whose figure is known.
  public var before: Double
  /// The total of the new units, unknown ones by what is known of them.
  public var after: Double
  /// The number of old units whose figure is not known.
  public var unknownUnits: Int

  /// The difference as a share of the total before; 0 where both are 0.
  public var relativeDifference: Double {
    before == after ? 0 : abs(after - before) / max(abs(before), abs(after))
  }

  /// Whether the totals agree to 1e-9.
  public var holds: Bool { relativeDifference <= 1e-9 }
}

extension TransferMatrix {
  /// Compares the totals of a column before and after, over the figures that are known.
  public func conservation(of column: String, _ values: [String: Double?]) -> ConservationCheck {
    var before = CompensatedSum()
    var after: [String: CompensatedSum] = [:]
    var unknown = 0
    for entry in entries {
      guard let value = values[entry.code] ?? nil else {
        unknown += 1
        continue
      }
      before.add(value)
      for (target, weight) in zip(entry.targets, entry.weights) {
        after[target, default: CompensatedSum()].add(value * weight)
      }
    }
    let total = CompensatedSum(of: after.sorted { $0.key < $1.key }.map(\.value.value))
    return ConservationCheck(
      column: column, before: before.value, after: total.value, unknownUnits: unknown)
  }
}
