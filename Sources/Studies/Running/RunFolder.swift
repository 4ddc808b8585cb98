internal import DigestKit
internal import GDALKit
internal import GeoModel
internal import Publishing

/// The files of a run as they are written to a folder, and what `datapackage.json` and `run.json` tell of
/// them; all get their names together, in the end.
struct RunFolder: ~Copyable {
  /// A layer's file as it was written.
  struct LayerFile {
    var name: String
    /// The file's name in the folder.
    var path: String
    var digest: FileDigest
    var report: GeoJSONReport
    var studyTotals: [Property]
    var form: FileForm
    var title: String
    var schema: LayerSchema
    var references: [(field: String, resource: String)]
  }

  /// A map that was drawn.
  struct Map {
    /// What it is of, as the layer is called.
    var name: String
    var form: MapSheet.Form
    var bytes: [UInt8]
  }

  /// The folder.
  var files: OutputFolder
  /// How the files came about, those written so far included.
  var record: RunRecord

  private let path: String
  private var written: [WrittenFile] = []
  private var resources: [DataPackage.Resource] = []

  /// Opens the folder at `path` for what `record` tells of.
  ///
  /// - Throws: ``OutputError``.
  init(_ path: String, record: RunRecord) throws(OutputError) {
    files = try OutputFolder(path)
    self.path = path
    self.record = record
  }

  /// Takes in a layer that was written.
  mutating func add(_ layer: LayerFile) {
    record.layers.append(
      RunRecord.LayerRecord(
        name: layer.name, path: layer.path, digest: layer.digest, report: layer.report,
        studyTotals: layer.studyTotals))
    note(
      DataPackage.Resource(
        name: layer.name, title: layer.title, path: layer.path, format: layer.form.ending,
        mediaType: layer.form.mediaType, digest: layer.digest, schema: layer.schema,
        references: layer.references))
  }

  /// Writes a raster with `jobs` workers.
  mutating func write(_ raster: RasterOutput, jobs: Int) async throws {
    let name = "\(raster.name).tif"
    let digest = try await files.writeExternally(
      name, by: { path in try await raster.write(to: path, jobs: jobs) })
    record.rasters.append(
      RunRecord.RasterRecord(
        name: raster.name, path: name, digest: digest, columns: raster.grid.columns,
        rows: raster.grid.rows, unit: raster.content.unit))
    note(
      DataPackage.Resource(
        // A layer may have the raster's name.
        name: "\(raster.name)-raster", path: name, format: "tif", mediaType: "image/tiff",
        digest: digest))
  }

  /// Writes the report.
  mutating func write(report: [UInt8]) throws {
    let digest = try files.write("report.html") { file in try file.write(report) }.digest
    note(
      DataPackage.Resource(
        name: "report", path: "report.html", format: "html", mediaType: "text/html",
        digest: digest))
  }

  /// Writes a map into the folder `maps`.
  mutating func write(_ map: Map) throws {
    let name = "maps/\(map.name).\(map.form.rawValue)"
    let digest = try files.write(name) { file in try file.write(map.bytes) }.digest
    note(
      DataPackage.Resource(
        // A layer has that name.
        name: "\(map.name)-map", path: name, format: map.form.rawValue,
        mediaType: map.form.mediaType, digest: digest))
  }

  /// Writes `datapackage.json` and `run.json` and gives every file its name; tells the files in the order of
  /// their writing.
  consuming func finish() throws -> [WrittenFile] {
    let package = DataPackage(record: record, resources: resources).json.bytes()
    let run = record.json.bytes()
    for (name, bytes) in [("datapackage.json", package), ("run.json", run)] {
      let size = try files.write(name) { file in try file.write(bytes) }.digest.size
      written.append(WrittenFile(path: "\(path)/\(name)", bytes: size))
    }
    try files.commit()
    return written
  }

  private mutating func note(_ resource: DataPackage.Resource) {
    resources.append(resource)
    written.append(WrittenFile(path: "\(path)/\(resource.path)", bytes: resource.digest.size))
  }
}

extension MapSheet.Form {
  /// The media type, as registered.
  fileprivate var mediaType: String {
    switch self {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf: "application/pdf"
    }
  }
}
