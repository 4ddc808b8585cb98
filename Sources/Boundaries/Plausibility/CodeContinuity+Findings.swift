public import GeoModel

extension CodeContinuity {
  /// What is to be known of the codes that two vintages share.
  public struct Comparison: Sendable, Hashable {
    /// The date of the older units, as the plan writes it.
    public var oldVintage: String
    /// The codes whose units changed their ground since, as a crosswalk tells; `nil` where no
    /// crosswalk leads from the older units to the newer ones.
    public var changed: Set<String>?
    /// The likeness below which a code names another ground (0.5).
    public var leastLikeness: Double
    /// The likeness from which on a boundary is taken to be the old one (0.99).
    public var sameLikeness: Double

    /// Makes a comparison; the defaults are those of `check`.
    public init(
      oldVintage: String, changed: Set<String>?, leastLikeness: Double = 0.5,
      sameLikeness: Double = 0.99
    ) {
      self.oldVintage = oldVintage
      self.changed = changed
      self.leastLikeness = leastLikeness
      self.sameLikeness = sameLikeness
    }
  }

  /// Findings from `pairs`, in their order, one total of the codes reused in front.
  ///
  /// - `stale-geometry`, an error each: the crosswalk says that the unit changed, and its boundary
  ///   is still the old one.
  /// - `codes-reused`, one warning for all: how many codes name another ground than before. A table
  ///   of the older vintage joined by these codes gives figures of other places.
  /// - `code-reused`, a note each: its share of common ground, and where the two differ.
  ///
  /// - Parameters:
  ///   - pairs: the codes that both vintages have.
  ///   - units: the newer units, as they were compared.
  ///   - comparison: what is known of the two vintages.
  ///   - level: the name of the level.
  public static func findings(
    from pairs: [CodeContinuity], new units: [AdministrativeUnit], by comparison: Comparison,
    level: String
  ) -> [Finding] {
    let stale = pairs.filter {
      comparison.changed?.contains($0.code) == true && $0.likeness >= comparison.sameLikeness
    }
    let reused = pairs.filter { $0.likeness < comparison.leastLikeness }
    var findings: [Finding] = []
    if !reused.isEmpty {
      findings.append(
        total(reused: reused.count, of: pairs.count, units.count, comparison, level))
    }
    findings += stale.map { finding($0, units, comparison, level, isStale: true) }
    findings += reused.map { finding($0, units, comparison, level, isStale: false) }
    return findings
  }

  private static func total(
    reused: Int, of shared: Int, _ count: Int, _ comparison: Comparison, _ level: String
  ) -> Finding {
    let old = comparison.oldVintage
    let isKnown = comparison.changed != nil
    let share = AmountText.percent(comparison.leastLikeness)
    return Finding(
      severity: .warning, kind: "codes-reused", layer: "units.\(level)",
      amount: "\(reused) of \(shared) codes",
      message: "of \(AmountText.count(count, "code", "codes")) \(shared) existed on \(old) too, and"
        + " \(reused) of these \(reused == 1 ? "names" : "name") other ground (less than"
        + " \(share.english) in common)",
      remedy: isKnown
        ? "join tables of \(old) with their vintage, so that the crosswalk carries them over"
        : "no crosswalk leads from \(old): never join its tables by code; add the step",
      vietnamese: Finding.Wording(
        "trong \(count) mã có \(shared) mã đã dùng vào ngày \(old), \(reused) mã trong số đó nay chỉ"
          + " lãnh thổ khác (phần chung dưới \(share.vietnamese))",
        remedy: isKnown
          ? "khai báo vintage cho bảng số liệu ngày \(old) để bảng chuyển đổi đưa sang đơn vị mới"
          : "chưa có bảng chuyển đổi từ ngày \(old): không ghép bảng của ngày đó theo mã",
        amount: "\(reused)/\(shared) mã"))
  }

  private static func finding(
    _ pair: CodeContinuity, _ units: [AdministrativeUnit], _ comparison: Comparison,
    _ level: String, isStale: Bool
  ) -> Finding {
    let share = AmountText.percent(pair.likeness)
    let label = units[pair.new].fullName ?? units[pair.new].name ?? pair.code
    let old = comparison.oldVintage
    return Finding(
      severity: isStale ? .error : .note, kind: isStale ? "stale-geometry" : "code-reused",
      layer: "units.\(level)", feature: pair.code, place: pair.place, amount: share.english,
      message: isStale
        ? "\(pair.code) (\(label)) has changed since \(old), but its boundary is still"
          + " \(share.english) the one of then"
        : "\(pair.code) (\(label)) has only \(share.english) of its ground in common with the unit"
          + " of that code on \(old)",
      remedy: isStale
        ? "take the boundary of the plan's vintage; figures by area are of the old unit until then"
        : "never join tables of the two vintages by this code without a crosswalk",
      vietnamese: Finding.Wording(
        isStale
          ? "\(pair.code) (\(label)) đã thay đổi từ ngày \(old) nhưng ranh giới vẫn trùng"
            + " \(share.vietnamese) với ranh giới cũ"
          : "\(pair.code) (\(label)) chỉ chung \(share.vietnamese) lãnh thổ với đơn vị mang mã đó"
            + " ngày \(old)",
        remedy: isStale
          ? "dùng ranh giới đúng thời điểm của kế hoạch; đến lúc đó số liệu theo diện tích là của"
            + " đơn vị cũ"
          : "không ghép bảng của hai mốc theo mã này nếu không có bảng chuyển đổi",
        amount: share.vietnamese))
  }
}
