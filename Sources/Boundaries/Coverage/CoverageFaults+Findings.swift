public import GeoModel

extension CoverageFaults {
  /// The faults as findings, one for each pair of units, gap and part, then the totals.
  ///
  /// A pair that overlaps by 1 % of its smaller unit or more is an error, because the figures of
  /// that unit are wrong by as much; slivers and pinholes are notes; the rest are warnings.
  ///
  /// - Parameters:
  ///   - units: those that were checked, in the same order.
  ///   - level: the name of their level.
  public func findings(for units: [AdministrativeUnit], level: String) -> [Finding] {
    let layer = "units.\(level)"
    var findings = duplicates.map { duplicateFinding($0, units, layer) }
    let twins = Set(duplicates.flatMap { group in group.flatMap { a in group.map { [a, $0] } } })
    for overlap in overlaps where !twins.contains([overlap.first, overlap.second]) {
      findings.append(overlapFinding(overlap, units, layer))
    }
    findings += gaps.map { gapFinding($0, units, layer) }
    findings += detachedParts.map { partFinding($0, units, layer) }
    for unit in mended {
      findings.append(
        Finding(
          severity: .note, kind: "checked-as-mended", layer: layer, feature: units[unit].label,
          message: "\(units[unit].label) has invalid rings; its borders were checked as mended",
          remedy: "repair the boundary first; what is said of its neighbours may change then",
          vietnamese: Finding.Wording(
            "\(units[unit].label) có hình học không hợp lệ; ranh giới được kiểm tra sau khi tạm sửa",
            remedy: "sửa ranh giới trước; kết quả với các đơn vị giáp ranh có thể thay đổi")))
    }
    if let totals = totalsFinding(layer) { findings.append(totals) }
    return findings
  }

  private func duplicateFinding(
    _ group: [Int], _ units: [AdministrativeUnit], _ layer: String
  ) -> Finding {
    let labels = group.map { units[$0].label }.joined(separator: ", ")
    let overlap = overlaps.first { $0.first == group.first }
    let amount = overlap.map { AmountText.area($0.area) }
    let vietnamese = Finding.Wording(
      "\(labels) có vùng hoàn toàn trùng nhau",
      remedy: "giữ một, hoặc bổ sung đúng vùng cho từng đơn vị", amount: amount?.vietnamese)
    return Finding(
      severity: .error, kind: "duplicate-geometry", layer: layer,
      feature: group.first.map { units[$0].label }, place: overlap?.pieces.first?.place,
      amount: amount?.english,
      message: "\(labels) have exactly the same area",
      remedy: "keep one, or give each its own area", vietnamese: vietnamese)
  }

  private func overlapFinding(
    _ overlap: CoverageOverlap, _ units: [AdministrativeUnit], _ layer: String
  ) -> Finding {
    let (first, second) = (units[overlap.first].label, units[overlap.second].label)
    let smaller = min(units[overlap.first].area, units[overlap.second].area)
    let isGrave = smaller > 0 && overlap.area >= 0.01 * smaller
    let thin = isSliver(overlap)
    let amount = AmountText.area(overlap.area)
    let count = overlap.pieces.count
    let places = count == 1 ? "" : " in \(count) pieces"
    return Finding(
      severity: isGrave ? .error : thin ? .note : .warning,
      kind: thin ? "sliver-overlap" : "overlap", layer: layer, feature: first,
      place: overlap.pieces.first?.place, amount: amount.english,
      message: "\(first) and \(second) overlap by \(amount.english)\(places), counted in both",
      remedy: "find out whose it is; 'check --repair' gives it to one of them",
      vietnamese: Finding.Wording(
        "\(first) và \(second) chồng lấn \(amount.vietnamese)\(count == 1 ? "" : " tại \(count) chỗ"),"
          + " được tính cho cả hai",
        remedy: "xác định thuộc đơn vị nào; 'check --repair' gán cho một đơn vị",
        amount: amount.vietnamese))
  }

  private func gapFinding(
    _ gap: CoverageGap, _ units: [AdministrativeUnit], _ layer: String
  ) -> Finding {
    let labels = gap.neighbours.map { units[$0].label }.joined(separator: ", ")
    let amount = AmountText.area(gap.piece.area)
    let width = AmountText.length(gap.piece.width)
    let inside = gap.neighbours.count == 1
    let kind = gap.kind == .open ? "gap" : gap.kind == .sliver ? "sliver-gap" : "pinhole"
    return Finding(
      severity: gap.kind == .open ? .warning : .note, kind: kind, layer: layer,
      feature: gap.neighbours.first.map { units[$0].label }, place: gap.piece.place,
      amount: amount.english,
      message: "\(amount.english) \(inside ? "inside" : "between") \(labels) belong to no unit"
        + " (mean width \(width.english))",
      remedy: inside
        ? "fill the hole unless it is meant"
        : "draw the border once; 'check --repair' gives narrow gaps to a neighbour",
      vietnamese: Finding.Wording(
        "\(amount.vietnamese) \(inside ? "bên trong" : "giữa") \(labels) không thuộc đơn vị nào"
          + " (rộng trung bình \(width.vietnamese))",
        remedy: inside
          ? "lấp lỗ hổng nếu không phải chủ ý"
          : "vẽ ranh giới chung một lần; 'check --repair' gán khe hẹp cho đơn vị giáp ranh",
        amount: amount.vietnamese))
  }

  private func partFinding(
    _ part: DetachedPart, _ units: [AdministrativeUnit], _ layer: String
  ) -> Finding {
    let label = units[part.unit].label
    let amount = AmountText.area(part.piece.area)
    return Finding(
      severity: .note, kind: "detached-part", layer: layer, feature: label,
      place: part.piece.place, amount: amount.english,
      message: "\(label) has a part of \(amount.english) apart from the rest",
      remedy: "right if it is an islet or an exclave, else remove it",
      vietnamese: Finding.Wording(
        "\(label) có một phần \(amount.vietnamese) tách rời",
        remedy: "đúng nếu là đảo nhỏ hoặc phần đất tách rời, nếu không thì xóa",
        amount: amount.vietnamese))
  }

  private func totalsFinding(_ layer: String) -> Finding? {
    guard !isCoverage else { return nil }
    let (doubled, missing) = (AmountText.area(overlapArea), AmountText.area(gapArea))
    let pieces = overlapPieceCount
    let pinholes = gapCount(.pinhole)
    let slivers = gapCount(.sliver)
    let pairs = AmountText.count(overlaps.count, "pair overlaps", "pairs overlap")
    let thin = AmountText.count(sliverOverlapCount, "pair", "pairs")
    return Finding(
      severity: .note, kind: "coverage-totals", layer: layer,
      amount: "\(doubled.english); \(missing.english)",
      message: "\(pairs) (\(doubled.english) in \(AmountText.count(pieces, "piece", "pieces")),"
        + " \(thin) as slivers only), \(AmountText.count(gaps.count, "gap", "gaps"))"
        + " (\(missing.english), of them \(AmountText.count(pinholes, "pinhole", "pinholes")) and"
        + " \(AmountText.count(slivers, "sliver", "slivers")))",
      remedy: "see each above; areas are on the ellipsoid",
      vietnamese: Finding.Wording(
        "\(overlaps.count) cặp chồng lấn (\(doubled.vietnamese), \(pieces) mảnh,"
          + " \(sliverOverlapCount) cặp chỉ là dải hẹp), \(gaps.count) khe hở"
          + " (\(missing.vietnamese), trong đó \(pinholes) lỗ nhỏ và \(slivers) dải hẹp)",
        remedy: "xem từng mục ở trên; diện tích tính trên ê-líp-xô-ít",
        amount: "\(doubled.vietnamese); \(missing.vietnamese)"))
  }
}
