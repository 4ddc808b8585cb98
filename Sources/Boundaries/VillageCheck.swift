public import GeoModel

/// What is wrong with the villages, taken each by itself and against the units.
public enum VillageCheck {
  /// Findings about `villages`, in their order: no position, outside every unit, a declared unit
  /// that does not exist or is not the one that holds the position, missing and duplicate codes.
  ///
  /// - Parameters:
  ///   - villages: all villages: codes are compared with one another. Findings about these come last.
  ///   - unitCodes: the codes of the finest level.
  ///   - containing: for each village the code of the unit that holds its position, `nil` where
  ///     none does; parallel to `villages`.
  /// - Complexity: O(n log n).
  public static func findings(
    for villages: [Village], unitCodes: Set<String>, containing: [String?]
  ) -> [Finding] {
    precondition(villages.count == containing.count)
    var findings: [Finding] = []
    for (village, holder) in zip(villages, containing) {
      findings += placeFindings(village, unitCodes: unitCodes, holder: holder)
    }
    return findings + codeFindings(villages)
  }

  private static func placeFindings(
    _ village: Village, unitCodes: Set<String>, holder: String?
  ) -> [Finding] {
    let called = village.name.map { "\(village.label) (\($0))" } ?? village.label
    let counted = village.declaredUnit.map(unitCodes.contains) ?? false
    var findings: [Finding] = []
    if village.position == nil {
      findings.append(
        Finding(
          severity: .warning, kind: "no-position", layer: "villages", feature: village.label,
          message: "\(called) has no position", remedy: "give the village its coordinates",
          vietnamese: Finding.Wording(
            "\(called) không có vị trí", remedy: "bổ sung tọa độ cho thôn")))
    } else if holder == nil {
      let consequence =
        counted ? "Upland counts it in the unit that it names" : "it is in no denominator"
      let vietnamese =
        counted ? "Upland tính theo đơn vị mà thôn ghi" : "thôn không nằm trong mẫu số nào"
      findings.append(
        Finding(
          severity: .warning, kind: "outside-units", layer: "villages", feature: village.label,
          place: village.position, message: "\(called) lies outside every unit",
          remedy: "correct the position or complete the boundaries; \(consequence)",
          vietnamese: Finding.Wording(
            "\(called) nằm ngoài mọi đơn vị",
            remedy: "sửa vị trí hoặc bổ sung ranh giới; \(vietnamese)")))
    }
    guard let declared = village.declaredUnit else { return findings }
    if !counted {
      findings.append(
        Finding(
          severity: .error, kind: "unknown-unit", layer: "villages", feature: village.label,
          place: village.position,
          message: "\(called) names the unit \(declared), which does not exist",
          remedy: "correct the unit's code; codes are text and keep their leading zeros",
          vietnamese: Finding.Wording(
            "\(called) ghi đơn vị \(declared), không có đơn vị này",
            remedy: "sửa mã đơn vị; mã là văn bản và giữ số 0 ở đầu")))
    } else if let holder, holder != declared {
      findings.append(
        Finding(
          severity: .warning, kind: "other-unit", layer: "villages", feature: village.label,
          place: village.position,
          message: "\(called) names the unit \(declared) but lies in \(holder)",
          remedy: "correct the position or the unit; Upland counts it in the unit that it names",
          vietnamese: Finding.Wording(
            "\(called) ghi đơn vị \(declared) nhưng nằm trong \(holder)",
            remedy: "sửa vị trí hoặc đơn vị; Upland tính theo đơn vị mà thôn ghi")))
    }
    return findings
  }

  private static func codeFindings(_ villages: [Village]) -> [Finding] {
    var findings: [Finding] = []
    var holders: [String: Int] = [:]
    for village in villages {
      guard let code = village.code, !code.isEmpty else {
        findings.append(
          Finding(
            severity: .error, kind: "missing-code", layer: "villages",
            feature: village.sourceFeature, place: village.position,
            message: "feature \(village.sourceFeature) has no code",
            remedy: "fill the field that the plan names as 'code'",
            vietnamese: Finding.Wording(
              "đối tượng \(village.sourceFeature) không có mã",
              remedy: "điền trường mà kế hoạch khai báo là 'code'")))
        continue
      }
      holders[code, default: 0] += 1
    }
    for (code, count) in holders.sorted(by: { $0.key < $1.key }) where count > 1 {
      findings.append(
        Finding(
          severity: .error, kind: "duplicate-code", layer: "villages", feature: code,
          amount: "\(count) features", message: "the code \(code) stands in \(count) villages",
          remedy: "one village, one code",
          vietnamese: Finding.Wording(
            "mã \(code) có ở \(count) thôn", remedy: "mỗi thôn một mã",
            amount: "\(count) thôn")))
    }
    return findings
  }
}
