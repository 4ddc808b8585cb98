import Foundation
import GeoModel
import Indicators
import Testing

@Suite("Indicators of the resolution")
struct TargetIndicatorTests {
  /// The rows of the resolution's table; `nil` where it cannot be read.
  static let table: [[String]]? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../GeoData/targets/resolution-targets.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    let lines = text.split(separator: "\n").dropFirst()
    // No field of the table that is read here holds a comma; those that follow may.
    return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }()

  /// The goals of `rows`.
  static func goals(_ rows: [[String]]) -> [TargetGoal] {
    rows.compactMap { row in
      guard let place = row.firstIndex(where: { comparators.contains($0) }), place + 2 < row.count,
        let low = Double(row[place + 1]), let high = Double(row[place + 2]),
        let comparison = GoalComparison(comparator: row[place], low: low, high: high)
      else { return nil }
      let years = row[place - 1].split(separator: "-").compactMap { Int($0) }
      guard let first = years.first, let last = years.last else { return nil }
      return TargetGoal(
        indicator: row[0], period: TargetPeriod(first: first, last: last), comparison: comparison,
        unit: row[place - 2])
    }
  }

  static let comparators: Set = [
    "at least", "at most", "more than", "less than", "equal", "about", "range", "baseline",
  ]

  @Test("Every row of the resolution is a goal of a known indicator, in its unit")
  func everyRow() throws {
    let rows = try #require(Self.table)
    let goals = Self.goals(rows)
    #expect(rows.count == 70)
    #expect(goals.map(\.indicator) == rows.map { $0[0] })
    let known = Set(TargetIndicator.known.map(\.name))
    for goal in goals {
      #expect(known.contains(goal.indicator))
      let unit = TargetIndicator.named(goal.indicator).unit
      #expect(goal.unit == unit || (goal.unit == "units" && unit == "percent"), "\(goal)")
    }
    let card = Scorecard.rows(goals, [])
    #expect(card.map(\.indicator) == goals.map(\.indicator))
    #expect(card.allSatisfy { $0.remark != nil && $0.met == .unknown })
  }

  @Test func namesStandOnce() {
    let names = TargetIndicator.known.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(TargetIndicator.named("own_column").answer == .column)
    #expect(TargetIndicator.named("own_column").direction == .neither)
  }

  @Test("What an indicator follows from is known itself")
  func sources() {
    let names = Set(TargetIndicator.known.map(\.name))
    for indicator in TargetIndicator.known {
      switch indicator.answer {
      case .yearlyFall(let other), .baseline(let other):
        #expect(names.contains(other), "\(indicator.name)")
      case .forestCover, .hardenedRoads, .column, .baseUnits, .addedUnits: break
      }
    }
  }
}
