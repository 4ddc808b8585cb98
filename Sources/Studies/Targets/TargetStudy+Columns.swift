internal import GeoModel
internal import Indicators
internal import Plan

extension TargetStudy {
  /// What the columns of the plan's tables answer, for the study and the units of each level.
  func columns(_ tables: [JoinedTable]) -> [Measurement] {
    let layer = JoinLayer(study: study, tables: tables)
    var measurements: [Measurement] = []
    for table in tables {
      for column in table.columns {
        let answer = ColumnAnswer(column, of: table)
        if answer.countsUnits {
          measurements += unitShares(answer, of: table)
          continue
        }
        var isFirst = true
        for level in study.levels {
          guard let figures = layer.figures(of: column, from: table.level, to: level.name) else {
            continue
          }
          let parts = level.units.map { $0.code.flatMap { figures[$0] } }
          if isFirst {
            // The study is the sum of the largest level's units, and is told once.
            let whole = parts.count == 1 ? parts[0] : JoinLayer.total(of: column, parts)
            measurements.append(answer.measurement(whole, place(nil, nil, year: answer.year)))
            isFirst = false
          }
          for (unit, figure) in zip(level.units, parts) {
            measurements.append(
              answer.measurement(figure, place(level.name, unit.code, year: answer.year)))
          }
        }
      }
    }
    return measurements
  }

  /// The share of communes, or of villages, for which a column says 1 and not 0.
  private func unitShares(_ answer: ColumnAnswer, of table: JoinedTable) -> [Measurement] {
    let members: [(code: String?, unit: String?)] =
      table.level == "village"
      ? (study.villages ?? []).map { ($0.code, $0.unit) }
      : (study.levels.first { $0.name == table.level }?.units ?? []).map { ($0.code, $0.code) }
    let parts = members.map { member -> (numerator: Double?, denominator: Double?) in
      (member.code.flatMap { answer.column.figures[$0]?.value }, 1)
    }
    func measurement(
      _ parts: [(numerator: Double?, denominator: Double?)], _ place: MeasuredPlace
    ) -> Measurement {
      var share = Measurement.share(
        answer.indicator.name, parts: parts, counted: answer.counted, at: place, rule: answer.rule)
      share.series = ColumnAnswer.series
      if parts.contains(where: { part in part.numerator.map { $0 != 0 && $0 != 1 } ?? false }) {
        share.value = nil
        share.numerator = nil
        share.denominator = nil
        share.reason =
          "the column is neither 0 nor 1 everywhere: it counts, and its share needs 'of'"
      }
      return share
    }
    var measurements = [measurement(parts, place(nil, nil, year: answer.year))]
    let order = study.levels.map(\.name) + ["village"]
    let own = order.firstIndex(of: table.level) ?? 0
    for level in study.levels.prefix(own) {
      // Members name a unit of the finest level, or of their own.
      let chain = Study(
        plan: study.plan, ledger: study.ledger,
        levels: table.level == "village" ? study.levels : Array(study.levels.prefix(own + 1)))
      let homes = chain.ancestors(of: members.map(\.unit), at: level)
      for (index, unit) in level.units.enumerated() {
        let group = zip(homes, parts).filter { $0.0 == index }.map(\.1)
        measurements.append(
          measurement(group, place(level.name, unit.code, year: answer.year)))
      }
    }
    return measurements
  }
}

/// Which indicator a column answers, and how.
struct ColumnAnswer {
  /// Figures of the plan's columns may be compared from year to year, whatever they are called.
  static let series = "columns of the plan"

  let column: JoinedColumn
  let indicator: TargetIndicator
  /// The year of its figures; `nil` where nothing tells it.
  let year: Int?
  /// Whether it says 1 or 0 of each unit, of which a share is asked for.
  let countsUnits: Bool

  init(_ column: JoinedColumn, of table: JoinedTable) {
    self.column = column
    let planned = table.definition.columns.first { $0.name == column.name }
    indicator = TargetIndicator.named(planned?.indicator ?? column.name)
    year = planned?.year ?? table.definition.vintage?.year
    let counted = table.level == "village" ? "villages" : "communes"
    countsUnits = column.kind == .count && indicator.unit == "percent of \(counted)"
  }

  /// The rule as figures cite it.
  var rule: String { "column \(column.name) of the plan" }

  /// What a share is of.
  var counted: CountedThing {
    let unit = indicator.unit
    return CountedThing(
      unit.hasPrefix("percent of ") ? String(unit.dropFirst(11)) : column.of ?? "units")
  }

  /// The measurement that `figure` is.
  func measurement(_ figure: JoinedFigure?, _ place: MeasuredPlace) -> Measurement {
    var measurement =
      switch column.kind {
      case .share: share(figure, place)
      case .rate: rate(figure, place)
      default:
        Measurement.figure(
          indicator.name, figure?.value, unit: unit, at: place, rule: rule)
      }
    measurement.series = Self.series
    if measurement.value == nil, let reason = figure?.reason { measurement.reason = reason }
    return measurement
  }

  private var unit: String { column.unit ?? indicator.unit }

  private func share(_ figure: JoinedFigure?, _ place: MeasuredPlace) -> Measurement {
    guard let numerator = figure?.numerator, let denominator = figure?.denominator else {
      return .figure(
        indicator.name, figure?.value, unit: indicator.unit.isEmpty ? "percent" : indicator.unit,
        counted: counted, at: place, rule: rule)
    }
    return .share(
      indicator.name, yes: numerator, of: denominator, counted: counted,
      unit: indicator.unit.isEmpty ? nil : indicator.unit, at: place, rule: rule)
  }

  /// A quotient of two kinds of things: there is nothing to count, and the gap is the value's.
  private func rate(_ figure: JoinedFigure?, _ place: MeasuredPlace) -> Measurement {
    var measurement = Measurement.figure(
      indicator.name, figure?.value, unit: unit, at: place, rule: rule)
    measurement.numerator = figure?.numerator
    measurement.denominator = figure?.denominator
    measurement.scale = column.kind.scale
    return measurement
  }
}
