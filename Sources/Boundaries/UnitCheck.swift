public import GEOSKit
public import GeoModel

/// What is wrong with the units of one level, taken each by itself and by their codes.
public enum UnitCheck {
  /// Findings about `units`, in the order of the units: features without geometry, invalid
  /// geometry with place and reason, missing and duplicate codes, names missing where other units
  /// have one, units outside every unit of the level above, and declared areas more than 1 % off
  /// the geodesic ones.
  ///
  /// - Parameters:
  ///   - units: all units of the level; areas in longitude and latitude, `area` in **square metres**.
  ///   - level: the level's name (`commune`); findings are of the layer `units.commune`.
  ///   - hasParentLevel: whether a level above exists, so that each unit must lie in it.
  /// - Complexity: O(n log n) in the number of positions.
  public static func findings(
    for units: [AdministrativeUnit], level: String, hasParentLevel: Bool
  ) throws(GEOSError) -> [Finding] {
    var invalidities: [Invalidity?] = []
    for unit in units { invalidities.append(try Validity.invalidity(of: unit.polygons)) }
    return findings(
      for: units, invalidities: invalidities, level: level, hasParentLevel: hasParentLevel)
  }

  /// The same where it is known already what is wrong with each unit's geometry.
  ///
  /// - Parameters:
  ///   - units: all units of the level; areas in longitude and latitude, `area` in **square metres**.
  ///   - invalidities: what is wrong with each unit's geometry, `nil` where it is valid; parallel to
  ///     `units`; of a unit without areas it does not matter.
  ///   - level: the level's name (`commune`); findings are of the layer `units.commune`.
  ///   - hasParentLevel: whether a level above exists, so that each unit must lie in it.
  public static func findings(
    for units: [AdministrativeUnit], invalidities: [Invalidity?], level: String,
    hasParentLevel: Bool
  ) -> [Finding] {
    let areNamed = areNamed(units)
    return zip(units, invalidities).flatMap { unit, invalidity in
      findings(
        for: unit, invalidity: invalidity, level: level, hasParentLevel: hasParentLevel,
        areNamed: areNamed)
    } + codeFindings(for: units, level: level)
  }

  /// Whether any of `units` has a name, so that each must have one.
  public static func areNamed(_ units: [AdministrativeUnit]) -> Bool {
    units.contains { $0.name?.isEmpty == false }
  }

  /// Findings about one unit by itself, for who has not all of them at once.
  ///
  /// - Parameters:
  ///   - unit: the unit, with its areas in longitude and latitude, `area` in **square metres**.
  ///   - invalidity: what is wrong with its geometry, `nil` where it is valid; of a unit without areas it
  ///     does not matter.
  ///   - level: the level's name.
  ///   - hasParentLevel: whether a level above exists, so that the unit must lie in it.
  ///   - areNamed: whether units of the level have names; see ``areNamed(_:)``.
  public static func findings(
    for unit: AdministrativeUnit, invalidity: Invalidity?, level: String, hasParentLevel: Bool,
    areNamed: Bool
  ) -> [Finding] {
    let layer = "units.\(level)"
    var findings: [Finding] = []
    if let finding = geometryFinding(unit, invalidity, layer: layer) { findings.append(finding) }
    if hasParentLevel && unit.parentCode == nil && !unit.polygons.isEmpty {
      findings.append(
        Finding(
          severity: .error, kind: "no-parent", layer: layer, feature: unit.label,
          place: unit.polygons.first?.exterior.coordinates.first,
          message: "\(unit.label) lies in no unit of the level above",
          remedy: "name the field 'parent', or mend the boundaries of the level above",
          vietnamese: Finding.Wording(
            "\(unit.label) không nằm trong đơn vị nào của cấp trên",
            remedy: "khai báo trường 'parent', hoặc sửa ranh giới cấp trên")))
    }
    if let finding = areaFinding(unit, layer: layer) { findings.append(finding) }
    if areNamed, unit.name?.isEmpty ?? true {
      findings.append(
        Finding(
          severity: .warning, kind: "missing-name", layer: layer, feature: unit.label,
          message: "\(unit.label) has no name",
          remedy: "fill the field that the plan names as 'name'",
          vietnamese: Finding.Wording(
            "\(unit.label) không có tên",
            remedy: "điền trường mà kế hoạch khai báo là 'name'")))
    }
    return findings
  }

  private static func geometryFinding(
    _ unit: AdministrativeUnit, _ invalidity: Invalidity?, layer: String
  ) -> Finding? {
    guard !unit.polygons.isEmpty else {
      return Finding(
        severity: .error, kind: "no-geometry", layer: layer, feature: unit.label,
        message: "\(unit.label) has no area", remedy: "give the feature its polygon",
        vietnamese: Finding.Wording(
          "\(unit.label) không có vùng", remedy: "bổ sung đường bao cho đối tượng"))
    }
    guard let invalidity else { return nil }
    return Finding(
      severity: .error, kind: "invalid-geometry", layer: layer, feature: unit.label,
      place: invalidity.place, message: "\(unit.label): \(invalidity.reason)",
      remedy: "repair the boundary at this place; Upland does not repair by itself",
      vietnamese: Finding.Wording(
        "\(unit.label): hình học không hợp lệ (\(invalidity.reason))",
        remedy: "sửa ranh giới tại vị trí này; Upland không tự sửa"))
  }

  private static func areaFinding(_ unit: AdministrativeUnit, layer: String) -> Finding? {
    guard let declared = unit.declaredArea, unit.area > 0 else { return nil }
    let difference = declared / unit.area - 1
    guard abs(difference) > 0.01 else { return nil }
    let percent = AmountText.number(difference * 100, decimals: 1, unit: " %")
    let called = unit.name.map { "\(unit.label) (\($0))" } ?? unit.label
    return Finding(
      severity: .warning, kind: "declared-area", layer: layer, feature: unit.label,
      place: try? Overlay.representativePoint(of: unit.polygons), amount: percent.english,
      message:
        "\(called): the declared area is \(percent.english) off the area of its boundary on the"
        + " ellipsoid",
      remedy: "find out which is right; Upland counts with the boundary",
      vietnamese: Finding.Wording(
        "\(called): diện tích công bố lệch \(percent.vietnamese) so với diện tích ranh giới trên"
          + " ê-líp-xô-ít",
        remedy: "tìm hiểu số nào đúng; Upland tính theo ranh giới", amount: percent.vietnamese))
  }

  /// Findings about the codes of all units of a level: those missing, and those that several units have.
  /// Areas do not matter.
  public static func codeFindings(
    for units: [AdministrativeUnit], level: String
  ) -> [Finding] {
    let layer = "units.\(level)"
    var findings: [Finding] = []
    var holders: [String: [AdministrativeUnit]] = [:]
    for unit in units {
      guard let code = unit.code, !code.isEmpty else {
        findings.append(
          Finding(
            severity: .error, kind: "missing-code", layer: layer, feature: unit.sourceFeature,
            message: "feature \(unit.sourceFeature) has no code",
            remedy: "fill the field that the plan names as 'code'",
            vietnamese: Finding.Wording(
              "đối tượng \(unit.sourceFeature) không có mã",
              remedy: "điền trường mà kế hoạch khai báo là 'code'")))
        continue
      }
      holders[code, default: []].append(unit)
    }
    for (code, sharing) in holders.sorted(by: { $0.key < $1.key }) where sharing.count > 1 {
      // By length first, so that feature 5 comes before feature 10 whatever the units' order.
      let features = sharing.map(\.sourceFeature)
        .sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", ")
      findings.append(
        Finding(
          severity: .error, kind: "duplicate-code", layer: layer, feature: code,
          amount: "\(sharing.count) features",
          message: "the code \(code) stands in \(sharing.count) features (\(features))",
          remedy: "one unit, one code: dissolve the parts or correct the codes",
          vietnamese: Finding.Wording(
            "mã \(code) có ở \(sharing.count) đối tượng (\(features))",
            remedy: "mỗi đơn vị một mã: gộp các phần hoặc sửa mã",
            amount: "\(sharing.count) đối tượng")))
    }
    return findings
  }
}
