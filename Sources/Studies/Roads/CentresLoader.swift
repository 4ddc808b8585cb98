internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// A place that the roads of a unit's villages must lead to.
struct Centre: Sendable {
  /// The name; where the plan names no field for it, the number of its feature in the source.
  var name: String
  var position: Coordinate
  /// The index of its unit in the centres' level.
  var unit: Int
}

/// Reads the centres and places them in the units of their level.
struct CentresLoader {
  let section: CentresSection
  let study: Study

  /// The centres in the order of unit and place; those in no unit are findings and left out.
  func load(level: Study.Level) throws(StudyError) -> (centres: [Centre], findings: [Finding]) {
    let plan = study.plan
    let loader = VectorLoader(plan: plan, ledger: study.ledger)
    let fields = [section.unit, section.name].compactMap(\.self)
    let table = try loader.load(section.source, fields: fields).table
    let locator = UnitLocator(level.units.map { (code: $0.code ?? "", polygons: $0.polygons) })
    let byCode = Dictionary(
      level.units.enumerated().compactMap { index, unit in unit.code.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var centres: [Centre] = []
    var findings: [Finding] = []
    for row in 0..<table.count {
      let label = "#\(table.identifiers[row])"
      let name = section.name.flatMap { table.column($0.name) }?.text(at: row)
      guard let position = try position(of: table.geometries[row]) else {
        findings.append(
          finding(
            "no-position", label, name, nil, "has no position", "give it its coordinates",
            ("không có vị trí", "bổ sung tọa độ")))
        continue
      }
      let code = section.unit.flatMap { table.column($0.name) }?.text(at: row)
      let unit = section.unit == nil ? locator.locate(position).unit : code.flatMap { byCode[$0] }
      guard let unit else {
        findings.append(
          finding(
            section.unit == nil ? "outside-units" : "unknown-unit", label, name, position,
            section.unit == nil
              ? "lies outside every \(level.name)"
              : "names the unit \(code ?? "nothing"), which does not exist",
            "correct the position or the unit; no village is led to it",
            (
              section.unit == nil
                ? "nằm ngoài mọi đơn vị" : "ghi đơn vị \(code ?? "trống"), không có đơn vị này",
              "sửa vị trí hoặc đơn vị; chưa thôn nào được nối tới"
            )))
        continue
      }
      centres.append(Centre(name: name ?? label, position: position, unit: unit))
    }
    study.ledger.leaveOut(findings.count, of: "centres", because: "in no unit of their level")
    let held = Set(centres.map(\.unit))
    findings += level.units.indices.filter { !held.contains($0) }
      .map { withoutCentre(level.units[$0]) }
    // Ties between centres go to the first, so the order must not be that of the file.
    centres.sort {
      $0.unit != $1.unit ? $0.unit < $1.unit : $0.position < $1.position
    }
    return (centres, findings)
  }

  private func position(of geometry: Geometry?) throws(StudyError) -> Coordinate? {
    guard let geometry else { return nil }
    if let point = geometry.points.first { return point }
    do throws(GEOSError) {
      return try Overlay.representativePoint(of: geometry.polygons)
    } catch {
      throw .input(["\(study.plan.file): centres: \(error.message)"])
    }
  }

  private func finding(
    _ kind: String, _ label: String, _ name: String?, _ place: Coordinate?, _ what: String,
    _ remedy: String, _ vietnamese: (what: String, remedy: String)
  ) -> Finding {
    let called = name.map { "\(label) (\($0))" } ?? label
    return Finding(
      severity: .warning, kind: kind, layer: "centres", feature: label, place: place,
      message: "centre \(called) \(what)", remedy: remedy,
      vietnamese: Finding.Wording(
        "trung tâm \(called) \(vietnamese.what)", remedy: vietnamese.remedy))
  }

  private func withoutCentre(_ unit: AdministrativeUnit) -> Finding {
    let called = unit.name.map { "\(unit.label) (\($0))" } ?? unit.label
    return Finding(
      severity: .warning, kind: "no-centre", layer: "centres", feature: unit.label,
      place: try? Overlay.representativePoint(of: unit.polygons),
      message: "\(called) has no centre",
      remedy: "add its centre; its villages are unknown until then",
      vietnamese: Finding.Wording(
        "\(called) chưa có trung tâm", remedy: "bổ sung trung tâm; đến lúc đó các thôn là chưa rõ"))
  }
}
