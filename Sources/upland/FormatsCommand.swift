internal import ArgumentParser
internal import Publishing
internal import Studies

/// `upland formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "The forms of layers that this machine can write.",
    discussion: """
      The ending of -o, or --format, names the form. What is beyond GeoJSON and CSV is written by \
      GDAL's drivers; which are there depends on the GDAL that is installed.

      Example:
        upland formats --lang vi
      """)

  @Option(name: .long, help: ArgumentHelp("Language of the table.", valueName: "language"))
  var lang: LanguageChoice = .en

  func run() throws {
    let style = TextTableStyle(
      width: StandardOutput.width, language: lang.language, usesColor: StandardOutput.usesColor)
    try StandardOutput.deliver(FormatList(language: lang.language).table.text(style))
  }
}

/// The forms of layers, as a table.
struct FormatList {
  let language: OutputLanguage

  private func say(_ english: String, _ vietnamese: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// One row a form.
  var table: TextTable {
    var rows = [
      row("geojson", ".geojson", isSingle: true, isThere: true, "GeoJSON, RFC 7946"),
      row(
        "geojsonseq", ".geojsonl", isSingle: true, isThere: true,
        say("GeoJSON, a feature a line", "GeoJSON, mỗi dòng một đối tượng")),
      row(
        "csv", ".csv", isSingle: true, isThere: true,
        say("a table; points with their position", "bảng; điểm kèm tọa độ")),
    ]
    for format in VectorFormat.allCases {
      rows.append(
        row(
          format.rawValue, format.ending.map { ".\($0)" } ?? "PG:…",
          isSingle: !format.holdsSeveralLayers, isThere: format.isAvailable, note(of: format)))
    }
    return TextTable(
      columns: [
        "--format", "-o", say("holds", "chứa"), say("here", "máy này"),
        say("what it is", "mô tả"),
      ].map { TextTable.Column($0) }, rows: rows)
  }

  private func row(
    _ name: String, _ ending: String, isSingle: Bool, isThere: Bool, _ note: String
  ) -> [TextTable.Cell] {
    [
      .text(name), .text(ending),
      .text(isSingle ? say("one layer", "một lớp") : say("all layers", "mọi lớp")),
      .text(isThere ? say("yes", "có") : say("no", "không")), .text(note),
    ]
  }

  private func note(of format: VectorFormat) -> String {
    switch format {
    case .geopackage:
      say("GeoPackage, coloured in QGIS", "GeoPackage, mở bằng QGIS đã có màu")
    case .flatGeobuf: say("FlatGeobuf, with an index", "FlatGeobuf, có chỉ mục")
    case .xlsx: say("a workbook, a sheet a layer", "sổ tính, mỗi lớp một trang")
    case .kml: say("KML, for Google Earth", "KML, cho Google Earth")
    case .mbtiles: say("vector tiles (MVT)", "ô bản đồ véc-tơ (MVT)")
    case .pmtiles:
      say("vector tiles for a web server", "ô bản đồ véc-tơ cho máy chủ web")
    case .postgis: say("tables of a PostGIS database", "bảng trong cơ sở dữ liệu PostGIS")
    }
  }
}
