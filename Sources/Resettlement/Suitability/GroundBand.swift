/// What became of the cells of some rows, and their scores.
public struct GroundBand: Sendable {
  /// The code of each cell, row by row: see ``GroundRules/verdict(of:)``.
  public let codes: [UInt8]
  /// The score of each cell, 0 to 1; NaN where it has none.
  public let scores: [Double]
  /// For each criterion the value of each cell; NaN where it is not known or was not asked for.
  public let values: [[Double]]

  /// Judges cells.
  ///
  /// Every constraint that surely excludes a cell is a reason, the first is *the* reason; a cell that
  /// none excludes, and one is not known of, is unknown, never unfit. A criterion of weight 0 excludes
  /// nothing from having a score. A subject is asked for where a cell is still open, so that what
  /// costs much is not computed for ground that is excluded already.
  ///
  /// - Parameters:
  ///   - rules: the rules.
  ///   - wanted: which cells to look at, row by row.
  ///   - read: gives the values of a subject, one a cell; others than those asked for may be
  ///     anything. Asked for the subjects of constraints in their order, then of criteria.
  public init(
    _ rules: GroundRules, wanted: [Bool], read: (_ subject: Int, _ cells: [Bool]) throws -> [Double]
  ) rethrows {
    let beyond = rules.code(of: .beyond)
    var codes = wanted.map { $0 ? 0 : beyond }
    var open = wanted
    for (index, constraint) in rules.constraints.enumerated() {
      guard open.contains(true) else { break }
      let values = try read(constraint.subject, open)
      let excluded = rules.code(of: .excluded(index))
      let unknown = rules.code(of: .unknownConstraint(index))
      for cell in open.indices where open[cell] {
        if values[cell].isNaN {
          if codes[cell] == 0 { codes[cell] = unknown }
        } else if !constraint.fit.contains(values[cell]) {
          codes[cell] = excluded
          open[cell] = false
        }
      }
    }
    // What is unknown has no score, whatever the criteria say.
    for cell in open.indices where codes[cell] != 0 { open[cell] = false }
    var values: [[Double]] = []
    for (index, criterion) in rules.criteria.enumerated() {
      guard open.contains(true) else {
        values.append([Double](repeating: .nan, count: wanted.count))
        continue
      }
      var found = try read(criterion.subject, open)
      let unknown = rules.code(of: .unknownCriterion(index))
      for cell in open.indices {
        if !open[cell] {
          found[cell] = .nan
        } else if found[cell].isNaN, rules.weights[index] > 0, codes[cell] == 0 {
          codes[cell] = unknown
        }
      }
      values.append(found)
    }
    self.values = values
    self.codes = codes
    scores = Self.scores(rules, codes: codes, values: values)
  }

  private static func scores(
    _ rules: GroundRules, codes: [UInt8], values: [[Double]]
  ) -> [Double] {
    var scores = [Double](repeating: .nan, count: codes.count)
    var parts = [Double](repeating: 0, count: rules.criteria.count)
    for cell in codes.indices where codes[cell] == 0 {
      for index in parts.indices {
        parts[index] = rules.criteria[index].standard.score(of: values[index][cell])
      }
      scores[cell] = rules.combination.score(of: parts, weights: rules.weights)
    }
    return scores
  }
}
