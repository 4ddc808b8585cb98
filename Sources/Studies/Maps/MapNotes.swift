internal import Plan
internal import Publishing

/// The foot of a map: where its data come from, of when they are, and whose.
struct MapNotes {
  let study: Study
  let language: OutputLanguage
  /// The figure of the plan's tables that is drawn; `nil` where none is.
  var figure: String?

  /// The lines.
  var lines: [String] {
    var lines = [sources]
    if study.ledger.sources.contains(where: { $0.driver == "OSM" }) {
      lines.append(
        vi
          ? "Dữ liệu © những người đóng góp cho OpenStreetMap, giấy phép ODbL 1.0"
            + " (openstreetmap.org/copyright)."
          : "Data © OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright).")
    }
    lines.append((dates + [projection, maker]).joined(separator: " "))
    return lines
  }

  private var vi: Bool { language == .vietnamese }

  /// Each part of the plan with the files behind it.
  private var sources: String {
    var names: [(section: String, files: [String])] = []
    let tables = tables
    // Tables that are of the plan's units need no other one to be moved by.
    let areMoved = tables?.contains { $0.vintage.map { $0 != study.plan.vintage } ?? false } ?? true
    for source in study.ledger.sources {
      let section = word(source.path)
      if !areMoved, source.path.hasPrefix("crosswalk") { continue }
      var file = FileProbe.lastPart(SourceLocation.withoutSecrets(source.reference.location))
      if let tables, Self.isOfTables(source.path) {
        guard let table = tables.first(where: { $0.holds(source.path) }) else { continue }
        if let vintage = table.vintage { file += " (\(MapWords.date(vintage, language)))" }
      }
      let index = names.firstIndex { $0.section == section }
      if let index {
        if !names[index].files.contains(file) { names[index].files.append(file) }
      } else {
        names.append((section, [file]))
      }
    }
    let parts = names.map { "\($0.section): \($0.files.joined(separator: ", "))" }
    return (vi ? "Nguồn – " : "Sources – ") + parts.joined(separator: "; ") + "."
  }

  /// The tables with the figure that is drawn, by the longest of the names that it may come from; `nil`
  /// where no figure is, or it is made of several tables.
  private var tables: [IndicatorDefinition]? {
    guard let figure else { return nil }
    let all = study.plan.indicators.flatMap(\.columns).map(\.name)
    let names =
      all.contains(figure)
      ? [figure]
      : all.filter { figure.hasPrefix("\($0)_") || YearColumns.split($0)?.base == figure }
    guard let longest = names.map(\.utf8.count).max() else { return nil }
    return study.plan.indicators.filter { table in
      table.columns.contains { names.contains($0.name) && $0.name.utf8.count == longest }
    }
  }

  private static func isOfTables(_ path: String) -> Bool { path.hasPrefix("indicators.") }

  private func word(_ path: String) -> String {
    // `crosswalk[1].source` is of the section `crosswalk`.
    let section = String(path.prefix { $0 != "." && $0 != "[" })
    switch section {
    case "units": return vi ? "ranh giới" : "boundaries"
    case "villages": return vi ? "thôn" : "villages"
    case "centres": return vi ? "trung tâm" : "centres"
    case "roads": return vi ? "đường" : "roads"
    case "forest": return vi ? "rừng" : "forest"
    case "elevation": return vi ? "độ cao" : "elevation"
    case "population": return vi ? "dân số" : "population"
    case "indicators": return vi ? "số liệu" : "figures"
    case "crosswalk": return vi ? "bảng chuyển đổi" : "crosswalk"
    case "hazards": return vi ? "thiên tai" : "hazards"
    case "overlays": return vi ? "lớp khác" : "other layers"
    default: return section
    }
  }

  private var dates: [String] {
    guard let vintage = study.plan.vintage else {
      return [vi ? "Kế hoạch không ghi thời điểm đơn vị." : "The plan gives no date of the units."]
    }
    let date = MapWords.date(vintage, language)
    return [vi ? "Đơn vị hành chính tại ngày \(date)." : "Units as of \(date)."]
  }

  private var projection: String {
    vi
      ? "Phép chiếu phương vị đồng diện tích, ê-líp-xô-ít WGS 84; phía bắc ở trên."
      : "Equal-area azimuthal projection, WGS 84 ellipsoid; north is up."
  }

  private var maker: String {
    vi
      ? "Upland \(UplandVersion.current)." : "Upland \(UplandVersion.current)."
  }
}

extension IndicatorDefinition {
  /// Whether the source at `path` of the plan is this table's.
  fileprivate func holds(_ path: String) -> Bool {
    path == self.path || path.hasPrefix("\(self.path).")
  }
}
