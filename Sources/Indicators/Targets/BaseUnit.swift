public import GeoModel

/// A unit of the base year, with its status then and now: a merger of units is not progress.
public struct BaseUnit: Sendable, Hashable {
  /// The code in the vintage of the base year.
  public var code: String
  /// Whether it had the status in the base year.
  public var before: Ternary
  /// Whether its land has the status now.
  public var after: Ternary

  /// Makes a unit.
  public init(code: String, before: Ternary, after: Ternary) {
    self.code = code
    self.before = before
    self.after = after
  }

  /// The units of the base year with the status of the units that they became.
  ///
  /// A unit that became part of a new one with the status that it had itself, has it still. Where
  /// the new unit differs from it, that is sure only where all units that became the new one had
  /// one status: else the change may come from the company that it now keeps, and is unknown. Of a
  /// unit that was split all parts must agree.
  ///
  /// - Parameters:
  ///   - before: the status of the units of the base year, by code; missing is unknown.
  ///   - after: the status of the new units, by code; missing is unknown.
  ///   - transfer: what the units of the base year became.
  /// - Returns: one for each unit of `transfer`, in the order of the codes.
  public static func units(
    before: [String: Ternary], after: [String: Ternary], by transfer: TransferMatrix
  ) -> [BaseUnit] {
    var sources: [String: [Ternary]] = [:]
    for entry in transfer.entries {
      for target in parts(of: entry) {
        sources[target, default: []].append(before[entry.code] ?? .unknown)
      }
    }
    return transfer.entries.map { entry in
      let own = before[entry.code] ?? .unknown
      let answers = Set(
        parts(of: entry).map { target -> Ternary in
          let status = after[target] ?? .unknown
          let company = sources[target] ?? []
          // A unit that is alone has its own status, known before or not.
          let isSure = company.count == 1 || (own != .unknown && Set(company).count == 1)
          return status == own || isSure ? status : .unknown
        })
      let isSettled = answers.count == 1 && entry.outside == 0
      return BaseUnit(
        code: entry.code, before: own, after: isSettled ? answers.first ?? .unknown : .unknown)
    }
  }

  private static func parts(of entry: TransferMatrix.Entry) -> [String] {
    zip(entry.targets, entry.weights).filter { $0.1 > 0 }.map(\.0)
  }
}
