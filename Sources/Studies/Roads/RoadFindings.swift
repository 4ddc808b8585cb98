internal import GeoAlgorithms
internal import GeoModel
internal import Publishing
internal import RoadAccess

/// What `check` has to say about the roads.
enum RoadFindings {
  /// Near-misses with their places, surfaces that no list knows, lines that could not be used.
  ///
  /// - Parameter identifiers: the number in its source of the feature that each line is a part of.
  static func findings(of network: RoadNetwork, identifiers: [Int64]) -> [Finding] {
    var findings = network.nearMisses.map { miss in
      let metres = DecimalText.text(miss.distance, decimals: 3) ?? ""
      let met = metres.replacing(".", with: OutputLanguage.vietnamese.decimalSeparator)
      let road = "#\(identifiers[miss.line])"
      let other = "#\(identifiers[miss.otherLine])"
      return Finding(
        severity: .warning, kind: "near-miss", layer: "roads", feature: road,
        place: miss.place, amount: "\(metres) m",
        message: "road \(road) ends \(metres) m from \(other) without meeting it",
        remedy: "join the two where they meet on the ground; Upland does not join them by itself",
        vietnamese: Finding.Wording(
          "đường \(road) kết thúc cách \(other) \(met) m mà không nối vào",
          remedy: "nối hai đường nếu thực tế chúng gặp nhau; Upland không tự nối",
          amount: "\(met) m"))
    }
    for entry in network.assumptions.unlistedSurfaces {
      findings.append(
        Finding(
          severity: .note, kind: "unlisted-surface", layer: "roads", feature: entry.name,
          amount: "\(entry.amount.lines) line\(entry.amount.lines == 1 ? "" : "s")",
          message: "the surface '\(entry.name)' is in neither list; it counts as unknown",
          remedy: "add it to hardened or unhardened",
          vietnamese: Finding.Wording(
            "mặt đường '\(entry.name)' không có trong danh sách nào; tính là chưa rõ",
            remedy: "thêm vào hardened hoặc unhardened",
            amount: "\(OutputLanguage.vietnamese.number(entry.amount.lines)) đường")))
    }
    let report = network.edges.report
    if !report.linesNotFinite.isEmpty {
      findings.append(
        Finding(
          severity: .error, kind: "broken-line", layer: "roads",
          amount:
            "\(report.linesNotFinite.count) line\(report.linesNotFinite.count == 1 ? "" : "s")",
          message: "lines with a position that is no number are left out",
          remedy: "correct the lines",
          vietnamese: Finding.Wording(
            "đường có tọa độ không phải là số bị loại", remedy: "sửa các đường này",
            amount: "\(report.linesNotFinite.count) đường")))
    }
    return findings
  }
}
