/// The bands of time that figures are told by, and how each is called in names of properties.
struct TravelBands: Sendable, Hashable {
  /// The limits between bands in **minutes**, ascending.
  let limits: [Double]

  /// The number of codes: the bands, what is not reached, what is unknown.
  var count: Int { limits.count + 3 }
  /// The code of ground that no way leads to.
  var notReached: UInt8 { UInt8(limits.count + 1) }
  /// The code of ground of which it is not known whether and how one gets there.
  var unknown: UInt8 { UInt8(limits.count + 2) }

  /// The code of a time; infinite is not reached, NaN unknown. A limit belongs to the band below it.
  func code(minutes: Float) -> UInt8 {
    if minutes.isNaN { return unknown }
    if minutes == .infinity { return notReached }
    return UInt8(limits.firstIndex { Double(minutes) <= $0 } ?? limits.count)
  }

  /// What each code is called in the name of a property: `0_30_min`, `over_120_min`, `unknown`.
  var names: [String] {
    let ends = limits.map(Self.number)
    let starts = ["0"] + ends
    return zip(starts, ends).map { "\($0)_\($1)_min" }
      + ["over_\(ends.last ?? "0")_min", "not_reached", "unknown"]
  }

  /// A limit as names of properties hold it: `30`, `7p5`.
  static func number(_ limit: Double) -> String {
    limit == limit.rounded() ? String(Int(limit)) : "\(limit)".replacing(".", with: "p")
  }
}
