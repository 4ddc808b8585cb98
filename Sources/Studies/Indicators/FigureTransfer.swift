internal import Indicators
internal import Plan

/// Carries the columns of a table from old units to new ones.
struct FigureTransfer {
  let plan: Plan
  let definition: IndicatorDefinition
  let old: [OldUnit]
  /// The shares by which counts go over.
  let counts: TransferMatrix
  /// The shares by which areas go over: always those of the ground.
  let areas: TransferMatrix

  /// A column carried over, and the proofs of its totals.
  struct Carried {
    var column: JoinedColumn
    var proofs: [ConservationCheck]
  }

  /// The columns, in their order.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming every column whose kind cannot be carried over.
  func carry(_ figures: [FigureReader.Column]) throws(StudyError) -> [Carried] {
    var problems: [PlanProblem] = []
    var carried: [Carried] = []
    for figure in figures {
      do throws(TransferProblem) {
        carried.append(try carry(figure))
      } catch {
        problems.append(
          plan.problem(at: figure.definition.mark, path: definition.path, error.message))
      }
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return carried
  }

  private func carry(_ figure: FigureReader.Column) throws(TransferProblem) -> Carried {
    let own = column(figure.definition.name, figure.kind, figure.values)
    let below = figure.denominators.map {
      column(figure.definition.of?.name ?? "", denominatorKind(of: figure), $0)
    }
    // A share is a part of its whole, hence of its kind; what a rate counts is taken for a count.
    let isOfArea = figure.kind == .area || (figure.kind == .share && below?.kind == .area)
    let matrix = isOfArea ? areas : counts
    let other = below?.kind == .area ? areas : counts
    let estimates = FigureEstimate.estimates(in: matrix)
    var joined = JoinedColumn(
      name: figure.definition.name, kind: figure.kind, unit: figure.definition.unit,
      of: figure.definition.of?.name, figures: [:])
    var proofs: [ConservationCheck] = []
    switch try matrix.carry(own, of: below, denominatorBy: other) {
    case .figures(let carried):
      for (code, value) in carried.values {
        joined.figures[code] = JoinedFigure(value: value, reason: reason(value, code, matrix))
      }
      proofs = [matrix.conservation(of: own.name, own.values)]
    case .quotients(let quotients):
      for (code, value) in quotients.values {
        let denominator = quotients.denominators.values[code] ?? nil
        joined.figures[code] = JoinedFigure(
          value: value, numerator: quotients.numerators.values[code] ?? nil,
          denominator: denominator,
          reason: denominator == 0 ? "denominator_is_zero" : reason(value, code, matrix))
      }
      proofs = below.map { [other.conservation(of: $0.name, $0.values)] } ?? []
    }
    for code in joined.figures.keys { joined.figures[code]?.estimates = estimates[code] ?? [] }
    return Carried(column: joined, proofs: proofs)
  }

  /// Why a figure is not known; `nil` where it is.
  private func reason(_ value: Double?, _ code: String, _ matrix: TransferMatrix) -> String? {
    guard value == nil else { return nil }
    return matrix.incompleteTargets.contains(code) ? "not_covered" : "unknown_in_old_units"
  }

  /// The kind of what a quotient is of: that of the column of the section; a field that is no column
  /// of it is taken for a count.
  private func denominatorKind(of figure: FigureReader.Column) -> QuantityKind {
    let column = definition.columns.first { $0.name == figure.definition.of?.name }
    return column.map { QuantityKind($0.kind) } ?? .count
  }

  private func column(_ name: String, _ kind: QuantityKind, _ values: [Double?]) -> FigureColumn {
    FigureColumn(
      name: name, kind: kind,
      values: Dictionary(
        old.map { ($0.code, values[$0.position]) }, uniquingKeysWith: { first, _ in first }))
  }
}
