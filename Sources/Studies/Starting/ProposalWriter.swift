/// Lays out a first plan.
struct ProposalWriter {
  let sources: [FoundSource]
  let prefix: String
  let title: String

  private static let codeWords = ["code", "ma", "ma_xa", "maxa", "id", "osm_id", "gso"]
  private static let nameWords = ["name", "ten", "tên", "ten_xa", "tenxa"]

  /// The whole text.
  var text: String {
    var lines = [
      "# A first plan, guessed from the files in the folder: look at every line.",
      "# Then: upland check PLAN, upland run PLAN -o result. The grammar: Docs/plan.md.",
      "upland: 1", "title: \(quoted(title))", "language: vi",
      "# vintage: 2025-07-01                 # date from which the units are valid", "",
    ]
    lines += places + forest + terrain + population + rest
    lines += [
      "# targets:                   # what the plan is judged by; those of the resolution are:",
      "#   - {indicator: forest_cover, year: 2025, at_least: 63}",
      "#   - {indicator: village_hardened_road, year: 2025, at_least: 70}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sections of what lies where; an OpenStreetMap file has all of it where no other has areas.
  private var places: [String] {
    if let map, areas == nil { return openStreetMap(map) }
    return units + villages + centres + roads
  }

  /// A text as a scalar of YAML.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  // MARK: What is what

  private var map: FoundSource? { sources.first { $0.content == .openStreetMap } }

  private var areas: FoundSource? {
    let all = sources.filter { $0.content == .areas }
    let words = ["commune", "xa", "district", "huyen", "ward", "boundar", "admin", "unit", "ranh"]
    return all.first { $0.isCalled(words) } ?? all.first
  }

  private var villagePoints: FoundSource? {
    let words = ["village", "thon", "lang", "settlement", "hamlet", "ban"]
    return sources.first { $0.content == .points && $0.isCalled(words) }
      ?? sources.first {
        $0.content == .table && $0.isCalled(words) && $0.field(["x", "lon"]) != nil
      }
      ?? sources.first { $0.content == .points && !$0.isCalled(Self.centreWords) }
  }

  private static let centreWords = ["centre", "center", "trung_tam", "ubnd", "tru_so", "seat"]

  private var lineRoads: FoundSource? {
    let all = sources.filter { $0.content == .lines }
    return all.first { $0.isCalled(["road", "duong", "street", "highway", "giao"]) }
      ?? all.first { !$0.isCalled(["river", "stream", "song", "suoi", "water"]) }
  }

  // MARK: Sections

  private func place(of found: FoundSource) -> [String] {
    ["    source: \(quoted(prefix + found.file))"]
      + (found.layer.map { ["    layer: \(quoted($0))"] } ?? [])
  }

  private func source(_ found: FoundSource) -> [String] {
    var lines = place(of: found)
    if !found.hasReferenceSystem, found.content != .table {
      lines.append("    crs: EPSG:4326            # the file declares none: is this right?")
    }
    return lines
  }

  private func field(_ key: String, _ name: String?, else missing: String) -> [String] {
    [name.map { "    \(key): \"\($0)\"" } ?? "    # \(key):                   # \(missing)"]
  }

  private var units: [String] {
    guard let areas else {
      return ["# units: no file with areas was found; they are needed first of all", ""]
    }
    let fields = areas.fields.joined(separator: ", ")
    return ["units:                        # the largest level first"]
      + ["  - level: commune            # its fields: \(fields)"] + source(areas)
      + ["    code: \"\(areas.field(Self.codeWords) ?? areas.fields.first ?? "code")\""]
      + field("name", areas.field(Self.nameWords), else: "the field with the name") + [""]
  }

  private var villages: [String] {
    guard let found = villagePoints else { return [] }
    var lines = [
      "villages:                     # its fields: \(found.fields.joined(separator: ", "))"
    ]
    lines += source(found)
    if found.content == .table {
      lines += field("x", found.field(["x", "lon", "lng"]), else: "the column of longitude")
      lines += field("y", found.field(["y", "lat"]), else: "the column of latitude")
      lines += ["    crs: EPSG:4326            # a table declares none: is this right?"]
    }
    lines += field("code", found.field(Self.codeWords), else: "the field with the code")
    lines += field("name", found.field(Self.nameWords), else: "the field with the name")
    lines += field(
      "households", found.field(["households", "so_ho", "ho", "hh"]), else: "if known")
    return lines + [""]
  }

  private var centres: [String] {
    guard
      let found = sources.first(where: { $0.content == .points && $0.isCalled(Self.centreWords) })
    else {
      return areas == nil
        ? [] : ["# centres:                   # where a village's road must lead", ""]
    }
    return ["centres:", "    level: commune"] + source(found)
      + field("name", found.field(Self.nameWords), else: "if known") + [""]
  }

  private var roads: [String] {
    guard let found = lineRoads else { return map.map(openStreetMapRoads) ?? [] }
    return ["roads:                        # its fields: \(found.fields.joined(separator: ", "))"]
      + source(found)
      + field(
        "class", found.field(["class", "highway", "loai", "cap"]), else: "the field with the class")
      + field(
        "surface", found.field(["surface", "mat", "ket_cau"]), else: "the field with the surface")
      + surfaces + [""]
  }

  private var surfaces: [String] {
    [
      "    hardened: [asphalt, concrete, paved]      # the values in your data that mean hardened",
      "    unhardened: [gravel, dirt, earth, unpaved]", "    snap_limit_m: 500",
    ]
  }

  private var forest: [String] {
    let words = ["land", "cover", "lulc", "rung", "forest", "worldcover", "canopy"]
    guard
      let found = sources.first(where: { $0.content == .bytes && $0.isCalled(words) })
        ?? sources.first(where: { $0.content == .bytes })
    else { return [] }
    return ["forest:", "    rule: vn-2018"] + source(found)
      + [
        "    classes: [10]               # the classes of this raster that are forest",
        "    min_patch_ha: 0.3", "",
      ]
  }

  private var terrain: [String] {
    guard
      let found = sources.first(where: {
        $0.content == .reals && $0.isCalled(["dem", "elev", "srtm", "hgt", "n1", "n4"])
      })
    else { return [] }
    return ["elevation:"] + source(found) + [""]
  }

  private var population: [String] {
    guard
      let found = sources.first(where: {
        $0.content == .reals && $0.isCalled(["pop", "dan_so", "danso"])
      })
    else { return [] }
    return ["population:"] + source(found) + [
      "    kind: count                 # people a cell; or density", "",
    ]
  }

  /// Files that have no place yet, so that nothing is passed over in silence.
  private var rest: [String] {
    let used = text(of: places + forest + terrain + population)
    let unused = sources.filter { !used.contains(text(of: place(of: $0))) }
    guard !unused.isEmpty else { return [] }
    return ["# Also found, and not used yet (overlays, hazards, indicators?):"]
      + unused.map { "#   \($0.file)\($0.layer.map { ", layer \($0)" } ?? "")" } + [""]
  }

  private func text(of lines: [String]) -> String { lines.joined(separator: "\n") }

  private func openStreetMap(_ found: FoundSource) -> [String] {
    let file = quoted(prefix + found.file)
    return [
      "units:", "  - level: commune", "    source: \(file)", "    layer: multipolygons",
      "    # 6 or 8: see the wiki of your country",
      "    where: boundary = 'administrative' AND admin_level = '6'",
      "    code: osm_id", "    name: name", "", "villages:", "    source: \(file)",
      "    layer: points",
      "    where: place IN ('village', 'hamlet')", "    code: osm_id", "    name: name", "",
      "centres:", "    level: commune", "    source: \(file)", "    layer: points",
      "    where: place = 'town'", "    name: name", "",
    ] + openStreetMapRoads(found)
  }

  private func openStreetMapRoads(_ found: FoundSource) -> [String] {
    [
      "roads:", "    source: \(quoted(prefix + found.file))", "    layer: lines",
      "    where: highway IS NOT NULL", "    class: highway", "    surface: surface",
    ] + surfaces + [""]
  }
}
