internal import GDALKit
internal import Indicators

/// A spreadsheet file, whose parts lie in a ZIP archive.
struct SheetArchive {
  /// What GDAL opens.
  let location: String

  /// The sheet called `name`, or the only one that has cells.
  func sheet(_ name: String?) throws(SheetError) -> (name: String, table: RawTable) {
    if part("xl/workbook.xml") != nil { return try XLSXReader(part: part).sheet(name) }
    guard let content = part("content.xml") else { throw .missingPart("content.xml") }
    return try ODSReader(content: content).sheet(name)
  }

  private func part(_ path: String) -> [UInt8]? {
    // What is missing and what cannot be read are one: no part that can be read.
    try? VirtualFile.bytes(at: "/vsizip/{\(location)}/\(path)")
  }
}
