internal import GeoModel
internal import Indicators
internal import Plan

/// Finds the old units that a crosswalk leads into the study and a table has no row for: without
/// them a new unit would come out too small, and the totals of the table alone would not show it.
struct MissingOldUnits {
  let steps: CrosswalkChain
  /// The codes that the table has.
  let present: Set<String>
  /// The codes of the study's units.
  let units: Set<String>

  /// A listed old unit that no row of the table stands for or has become.
  struct Missing {
    var code: String
    /// The units of the study that it went to, in ascending order.
    var targets: [String]
  }

  /// The missing units, step by step, in the order of their codes. O(steps × listed units).
  func find() throws(CrosswalkProblem) -> [Missing] {
    var found: [Missing] = []
    guard let last = steps.steps.last else { return [] }
    var reached = present
    for (index, step) in steps.steps.enumerated() {
      let rest = try CrosswalkChain(Array(steps.steps[index...]), from: step.from, to: last.to)
      for code in Set(step.rows.map(\.oldCode)).subtracting(reached).sorted() {
        let targets = try rest.reach(of: code, name: nil, isSameName: ==).targets
          .filter(units.contains)
        if !targets.isEmpty { found.append(Missing(code: code, targets: targets)) }
      }
      let one = try CrosswalkChain([step], from: step.from, to: step.to)
      var next: Set<String> = []
      for code in reached {
        do throws(CrosswalkProblem) {
          next.formUnion(try one.reach(of: code, name: nil, isSameName: ==).targets)
        } catch {
          // One that no step lists leads nowhere; whether it may was settled before.
          guard case .unlisted = error else { throw error }
        }
      }
      reached = next
    }
    return found
  }

  /// The findings, one a missing unit.
  static func findings(_ missing: [Missing], _ definition: IndicatorDefinition) -> [Finding] {
    missing.map { unit in
      let targets = unit.targets.joined(separator: ", ")
      return Finding(
        severity: .error, kind: "missing-old-unit", layer: "indicators.\(definition.name)",
        feature: unit.code,
        message: "the crosswalk leads \(unit.code) to \(targets), and the table has no row for it",
        remedy: "add its row; the figures of \(targets) are unknown until then",
        vietnamese: Finding.Wording(
          "bảng chuyển đổi đưa \(unit.code) vào \(targets), nhưng bảng số liệu không có dòng này",
          remedy: "bổ sung dòng; đến lúc đó số liệu của \(targets) là chưa rõ"))
    }
  }
}
