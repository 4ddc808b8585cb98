public import GeoModel

/// One line of the scorecard: a goal, and how far the study or one unit is from it.
public struct ScorecardRow: Sendable, Hashable {
  /// The indicator: `forest_cover`.
  public var indicator: String
  /// The level of the unit; `nil` for the study as a whole.
  public var level: String?
  /// The code of the unit; `nil` for the study as a whole.
  public var unitCode: String?
  /// Whether the goal is set for this place; else the place is compared with it.
  public var isJudged: Bool
  /// When the goal is to be reached.
  public var period: TargetPeriod
  /// How the value is compared: `at_least`.
  public var comparator: String
  /// The target; of a range both ends.
  public var target: ClosedRange<Double>
  /// The value, lowest to highest; `nil` where it is not known.
  public var value: ClosedRange<Double>?
  /// When it was measured; `nil` where the source tells no date.
  public var measured: TargetPeriod?
  /// What the low end of the value is made of; `nil` where it is no quotient.
  public var numerator: Double?
  /// What the value is a share of; `nil` where it is no quotient.
  public var denominator: Double?
  /// The unit of target and value.
  public var unit: String
  /// Whether the value as measured meets the goal: yes only where all of the interval does, no only
  /// where nothing of it does.
  public var met: Ternary
  /// How much is missing, in ``gapUnit``: from what is missing if all that is unknown turns out
  /// well to what is missing if it does not; 0 where the goal is met. `nil` where it is not known.
  public var gap: ClosedRange<Double>?
  /// What the gap is counted in: `ha`, `villages`, `households`, `percentage points per year`.
  public var gapUnit: String?
  /// The rule that the value was made by; `nil` where there is none.
  public var rule: String?
  /// The vintage of the units that it was counted in; `nil` where none is known.
  public var vintage: String?
  /// Why there is no answer, or what is to be said of it; `nil` where there is nothing to say.
  public var remark: Remark?

  /// Why a line has no answer, or what is to be said of it.
  public enum Remark: Sendable, Hashable {
    /// Nothing in the plan answers the indicator.
    case notAnswered(need: String)
    /// It says where things stood and asks for nothing.
    case baseline
    /// What answers it is not known.
    case notKnown(String)
    /// A part of what answers it is not known: the value is an interval.
    case knownInPart(String)
    /// The goal is for a later year; the value is the latest that there is.
    case measuredBefore(TargetPeriod)
    /// All there is was measured outside the goal's span, or after its year.
    case measuredOutside([TargetPeriod])
    /// Several values of one rule and date: which of them counts?
    case several(Int)
    /// The value has another unit than the target.
    case otherUnit(measured: String, target: String)

    /// The remark as layers write it: `not_answered`.
    public var code: String {
      switch self {
      case .notAnswered: "not_answered"
      case .baseline: "baseline"
      case .notKnown: "not_known"
      case .knownInPart: "known_in_part"
      case .measuredBefore: "measured_before"
      case .measuredOutside: "measured_outside"
      case .several: "several_values"
      case .otherUnit: "other_unit"
      }
    }

    /// One line for people.
    public var message: String {
      switch self {
      case .notAnswered(let need): "the plan has no answer; it would need \(need)"
      case .baseline: "where things stood; no target"
      case .notKnown(let reason), .knownInPart(let reason): reason
      case .measuredBefore(let period): "as measured in \(period.text)"
      case .measuredOutside(let periods):
        "measured only in \(periods.map(\.text).joined(separator: ", "))"
      case .several(let count): "\(count) values of one rule and date"
      case .otherUnit(let measured, let target):
        "measured in \(measured), while the target is in \(target)"
      }
    }
  }
}
