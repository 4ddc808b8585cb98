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
        remedy:
          "join the two where they meet on the ground, or all such with join_near_misses: true",
        vietnamese: Finding.Wording(
          "đường \(road) kết thúc cách \(other) \(met) m mà không nối vào",
          remedy:
            "nối hai đường nếu thực tế chúng gặp nhau, hoặc nối tất cả bằng join_near_misses: true",
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
    findings += parts(network.parts)
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

  /// How far the network hangs together, where it does not wholly.
  private static func parts(_ parts: NetworkParts) -> [Finding] {
    guard parts.count > 1, let share = parts.greatestShare else { return [] }
    let percent = DecimalText.text(100 * share, decimals: 1) ?? ""
    let vietnamese = percent.replacing(".", with: OutputLanguage.vietnamese.decimalSeparator)
    return [
      Finding(
        severity: .note, kind: "parts", layer: "roads", amount: "\(parts.count) parts",
        message: "the roads are not all connected; the longest part has \(percent) % of the length",
        remedy: "see whether parts that meet on the ground meet in the data",
        vietnamese: Finding.Wording(
          "mạng lưới đường không liền nhau hết; phần dài nhất chiếm \(vietnamese) % chiều dài",
          remedy: "xem các phần gặp nhau ngoài thực địa có nối nhau trong dữ liệu không",
          amount: "\(OutputLanguage.vietnamese.number(parts.count)) phần"))
    ]
  }
}
