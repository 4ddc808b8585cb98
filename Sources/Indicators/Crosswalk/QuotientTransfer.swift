/// Shares or rates that were carried to new units, as what they are quotients of.
public struct CarriedQuotients: Sendable, Hashable {
  /// The quotients of the new units, by code: `scale × numerator ÷ denominator`; `nil` where one of
  /// the two is not known, or the denominator is 0.
  public var values: [String: Double?]
  /// The numerators, which add up.
  public var numerators: CarriedFigures
  /// The denominators, which add up.
  public var denominators: CarriedFigures
}

/// Why a column cannot be carried to other units. Each case names the column.
public enum TransferProblem: Error, Sendable, Hashable {
  /// Raised for a median or a score: that of the whole does not follow from those of the parts.
  case notCarried(column: String, kind: QuantityKind)
  /// Raised for a share or a rate without a denominator.
  case noDenominator(column: String, kind: QuantityKind)
  /// Raised where what a column is a share of does not add up itself.
  case denominatorDoesNotAddUp(column: String, denominator: String, kind: QuantityKind)

  /// One line for people.
  public var message: String {
    switch self {
    case .notCarried(let column, let kind):
      return "\(column) is a \(kind.rawValue): that of a whole does not follow from those of its"
        + " parts, so it cannot be carried to units of another vintage"
    case .noDenominator(let column, let kind):
      return "\(column) is a \(kind.rawValue) and moves as numerator and denominator: name the"
        + " column that it is a \(kind.rawValue) of (`of`)"
    case .denominatorDoesNotAddUp(let column, let denominator, let kind):
      return "\(column) is of \(denominator), a \(kind.rawValue), which does not add up; name a"
        + " count or an area"
    }
  }
}

/// A column of figures of old units.
public struct FigureColumn: Sendable, Hashable {
  /// Its name, for messages.
  public var name: String
  /// What kind of quantity it holds.
  public var kind: QuantityKind
  /// The figure of each unit, by code; a unit that is missing or `nil` is not known.
  public var values: [String: Double?]

  /// Makes a column.
  public init(name: String, kind: QuantityKind, values: [String: Double?]) {
    self.name = name
    self.kind = kind
    self.values = values
  }
}

/// A column after it was carried over.
public enum CarriedColumn: Sendable, Hashable {
  /// A count or an area.
  case figures(CarriedFigures)
  /// A share or a rate.
  case quotients(CarriedQuotients)

  /// The values of the new units, by code.
  public var values: [String: Double?] {
    switch self {
    case .figures(let figures): figures.values
    case .quotients(let quotients): quotients.values
    }
  }
}

extension TransferMatrix {
  /// Carries `column` over by its kind.
  ///
  /// - Parameters:
  ///   - column: the figures of the old units; a count or an area goes over as it is, a share or a rate as
  ///     a quotient, anything else not at all.
  ///   - denominator: what a share or rate is of; of no use to other kinds.
  ///   - matrix: the shares by which the denominator goes over; `nil`: by these.
  /// - Throws: ``TransferProblem``.
  public func carry(
    _ column: FigureColumn, of denominator: FigureColumn? = nil,
    denominatorBy matrix: TransferMatrix? = nil
  ) throws(TransferProblem) -> CarriedColumn {
    if column.kind.addsUp { return .figures(carry(column.values)) }
    guard column.kind.isQuotient else {
      throw .notCarried(column: column.name, kind: column.kind)
    }
    guard let denominator else {
      throw .noDenominator(column: column.name, kind: column.kind)
    }
    guard denominator.kind.addsUp else {
      throw .denominatorDoesNotAddUp(
        column: column.name, denominator: denominator.name, kind: denominator.kind)
    }
    return .quotients(
      carryQuotients(
        column.values, of: denominator.values, scale: column.kind.scale, denominatorsBy: matrix))
  }

  /// Carries quotients as numerator and denominator: `numerator = value × denominator ÷ scale`.
  ///
  /// A unit with the denominator 0 has the numerator 0, whatever its quotient: no households, no
  /// poor households.
  ///
  /// - Parameters:
  ///   - values: the quotients of the old units, by code; one that is missing or `nil` is not known.
  ///   - denominators: what each of them is of, by the same codes; likewise.
  ///   - scale: what the quotient is multiplied by; 100 for per cent.
  ///   - matrix: the shares by which denominators go over, where they are of another kind than the
  ///     numerators (people a km²); `nil`: by these.
  public func carryQuotients(
    _ values: [String: Double?], of denominators: [String: Double?], scale: Double,
    denominatorsBy matrix: TransferMatrix? = nil
  ) -> CarriedQuotients {
    var numerators: [String: Double?] = [:]
    for code in Set(values.keys).union(denominators.keys) {
      let value = Self.known(values[code])
      let denominator = Self.known(denominators[code])
      if denominator == 0 {
        numerators[code] = 0
      } else if let value, let denominator {
        numerators[code] = value * denominator / scale
      } else {
        numerators[code] = .some(nil)
      }
    }
    let above = carry(numerators)
    let below = (matrix ?? self).carry(denominators)
    var quotients: [String: Double?] = [:]
    for (code, denominator) in below.values {
      if let denominator, denominator != 0, let numerator = above.values[code] ?? nil {
        quotients[code] = scale * numerator / denominator
      } else {
        quotients[code] = .some(nil)
      }
    }
    return CarriedQuotients(values: quotients, numerators: above, denominators: below)
  }
}
