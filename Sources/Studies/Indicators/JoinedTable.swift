internal import Boundaries
internal import GeoModel
internal import Indicators
internal import Plan

/// A figure of one unit, with what it is made of.
struct JoinedFigure {
  /// The figure; `nil` where it is not known.
  var value: Double?
  /// Of a share or rate what it is made of.
  var numerator: Double?
  /// Of a share or rate what it is of.
  var denominator: Double?
  /// Why it is not known.
  var reason: String?
  /// The parts of old units in it whose share is worked out, not published.
  var estimates: [FigureEstimate] = []
}

/// One column of an indicator, by the code of its unit.
struct JoinedColumn {
  /// The name in the layer.
  var name: String
  /// What kind of quantity.
  var kind: QuantityKind
  /// The unit of measure as the plan writes it.
  var unit: String?
  /// What a share or rate is of, by name; `nil` for others.
  var of: String?
  /// The figures by code.
  var figures: FiguresByCode

  /// Whether a share in any of them is worked out, not published.
  var hasEstimates: Bool { figures.hasEstimates }
}

/// A table of the plan joined to the units of its level.
struct JoinedTable {
  /// The plan's section.
  var definition: IndicatorDefinition
  /// The level, or `village`.
  var level: String
  /// The columns.
  var columns: [JoinedColumn]
  /// Both sides of the join, every row.
  var report: MatchReport
  /// Pairs to be confirmed by a person.
  var draft: NamesDraft?
  /// Proofs that totals were conserved, where figures went from one vintage to another.
  var conservation: [ConservationCheck]
  /// Whether a row or unit is left that nobody accounts for.
  var isComplete: Bool
  /// What is to be said of it.
  var findings: [Finding]
  /// How figures of another vintage came here; `nil` for a table of the plan's own.
  var transfer: Transfer?

  /// How figures of another vintage came here.
  struct Transfer {
    /// `crosswalk` or `interpolation`.
    var method: String
    /// The geometry that shares were worked out by; `nil` where none was needed.
    var boundaries: String?
  }
}
