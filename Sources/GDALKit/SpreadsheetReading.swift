internal import CGDAL
internal import GeoModel

/// The cells of a sheet as text, row by row: nothing is taken for a header or a number yet.
public struct SheetReading: Sendable, Hashable {
  /// The sheet's name.
  public var name: String
  /// The number of each row in its sheet, from 1.
  public var rowNumbers: [Int]
  /// The cells of each row from the left; empty cells are `nil`.
  public var rows: [[String?]]
}

/// Reads spreadsheets (XLSX, ODS) without guessing where their header is.
public enum SpreadsheetReading {
  /// The drivers that read spreadsheets.
  public static let drivers: Set<String> = ["XLSX", "ODS", "XLS"]

  /// The sheet called `name`, or the only one.
  ///
  /// - Throws: an error of level `layer` where there is none of that name, or several and none is
  ///   named. Numbers come as the shortest text that reads back to the same number.
  /// - Source: configuration options `OGR_XLSX_HEADERS`, `OGR_XLSX_FIELD_TYPES` and their like for
  ///   the other drivers, set for this thread and this opening alone (GDAL 3.6 has no open options).
  public static func sheet(
    _ name: String?, of location: String
  ) throws(GDALError) -> SheetReading {
    let dataset = try withPlainCells { () throws(GDALError) in
      try VectorDataset(opening: DatasetSource(location: location))
    }
    let summary = dataset.layers.first { $0.name == name ?? $0.name }
    let table = try dataset.read(
      VectorRequest(layer: name, fields: summary?.fields ?? [])
    ).table
    let rows = (0..<table.count).map { row in
      table.columns.map { column in
        column.text(at: row).flatMap { $0.isEmpty ? nil : $0 }
      }
    }
    return SheetReading(
      name: table.name, rowNumbers: table.identifiers.map { Int($0) }, rows: rows)
  }

  /// Runs `body` with headers and types left alone.
  private static func withPlainCells<Result>(
    _ body: () throws(GDALError) -> Result
  ) throws(GDALError) -> Result {
    let options = drivers.sorted().flatMap { driver in
      [("OGR_\(driver)_HEADERS", "DISABLE"), ("OGR_\(driver)_FIELD_TYPES", "STRING")]
    }
    for (name, value) in options { unsafe CPLSetThreadLocalConfigOption(name, value) }
    defer { for (name, _) in options { unsafe CPLSetThreadLocalConfigOption(name, nil) } }
    return try body()
  }
}
