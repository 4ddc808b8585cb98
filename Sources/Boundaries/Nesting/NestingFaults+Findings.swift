public import GeoModel

extension NestingFaults {
  /// The faults as findings: errors from 1 % of the unit's area on, else warnings.
  ///
  /// - Parameters:
  ///   - children: the units of the lower level, as they were checked.
  ///   - parents: the units of the level above, as they were checked.
  ///   - level: the name of the lower level.
  ///   - parentLevel: the name of the level above.
  public func findings(
    children: [AdministrativeUnit], parents: [AdministrativeUnit], level: String,
    parentLevel: String
  ) -> [Finding] {
    let layer = "units.\(level)"
    var findings: [Finding] = []
    for stray in leaving {
      let (child, parent) = (children[stray.child].label, parents[stray.parent].label)
      let amount = AmountText.area(stray.area)
      let share = AmountText.percent(stray.share)
      findings.append(
        Finding(
          severity: stray.share >= 0.01 ? .error : .warning, kind: "leaves-parent", layer: layer,
          feature: child, place: stray.pieces.first?.place, amount: amount.english,
          message:
            "\(share.english) of \(child) (\(amount.english)) lie outside its \(parentLevel) \(parent)",
          remedy: "correct the parent's code or one of the two boundaries",
          vietnamese: Finding.Wording(
            "\(share.vietnamese) diện tích \(child) (\(amount.vietnamese)) nằm ngoài đơn vị cấp trên \(parent)",
            remedy: "sửa mã đơn vị cấp trên hoặc một trong hai ranh giới",
            amount: amount.vietnamese)))
    }
    for stray in claimedTwice {
      let (child, other) = (children[stray.child].label, parents[stray.parent].label)
      let amount = AmountText.area(stray.area)
      let share = AmountText.percent(stray.share)
      findings.append(
        Finding(
          severity: stray.share >= 0.01 ? .error : .warning, kind: "in-two-parents", layer: layer,
          feature: child, place: stray.pieces.first?.place, amount: amount.english,
          message:
            "\(share.english) of \(child) (\(amount.english)) lie in the \(parentLevel) \(other), which is"
            + " not its own",
          remedy: "correct the parent's code or one of the boundaries",
          vietnamese: Finding.Wording(
            "\(share.vietnamese) diện tích \(child) (\(amount.vietnamese)) nằm trong \(other), không phải đơn vị cấp trên"
              + " của nó",
            remedy: "sửa mã đơn vị cấp trên hoặc một trong các ranh giới",
            amount: amount.vietnamese)))
    }
    for gap in uncovered {
      let parent = parents[gap.parent]
      let amount = AmountText.area(gap.area)
      findings.append(
        Finding(
          severity: gap.area >= 0.01 * parent.area ? .error : .warning, kind: "parent-not-covered",
          layer: "units.\(parentLevel)", feature: parent.label, place: gap.pieces.first?.place,
          amount: amount.english,
          message: "\(amount.english) of \(parent.label) are covered by no \(level) of its own",
          remedy: "complete the units of the lower level or correct the boundary",
          vietnamese: Finding.Wording(
            "\(amount.vietnamese) của \(parent.label) không thuộc đơn vị cấp dưới nào của nó",
            remedy: "bổ sung đơn vị cấp dưới hoặc sửa ranh giới",
            amount: amount.vietnamese)))
    }
    return findings
  }
}
