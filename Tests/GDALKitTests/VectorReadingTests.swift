import GDALKit
import GeoModel
import Testing

@Suite("Reading of vector sources")
struct VectorReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let villages = geoJSON([
    (
      #"{"type":"Point","coordinates":[108.5,15]}"#,
      #"{"code":"001","name":"Ba Tơ","households":120,"area":1.5}"#
    ),
    (
      #"{"type":"Point","coordinates":[108.25,14.75]}"#,
      #"{"code":"002","name":null,"households":null,"area":null}"#
    ),
    ("null", #"{"code":"010","name":"Sơn Hạ","households":7,"area":-0.25}"#),
  ])

  @Test("values keep their types, text its zeros, and nothing is nothing")
  func types() throws {
    let path = try folder.write(Self.villages, to: "v.geojson")
    let reading = try read(
      path, VectorRequest(fields: ["households", "code", "area", "name"]))
    #expect(reading.driver == "GeoJSON")
    #expect(reading.referenceSystem == "EPSG:4326")
    #expect(reading.table.name == "v")
    #expect(reading.table.fields == ["households", "code", "area", "name"])
    #expect(reading.table.column("households") == .integer([120, nil, 7]))
    #expect(reading.table.column("code") == .text(["001", "002", "010"]))
    #expect(reading.table.column("area") == .real([1.5, nil, -0.25]))
    #expect(reading.table.column("name") == .text(["Ba Tơ", nil, "Sơn Hạ"]))
    #expect(
      reading.table.geometries == [
        .point(Coordinate(x: 108.5, y: 15)), .point(Coordinate(x: 108.25, y: 14.75)), nil,
      ])
    #expect(reading.unsupportedGeometries == [])
  }

  @Test("no field asked for: geometries alone")
  func noFields() throws {
    let table = try read(try folder.write(Self.villages, to: "v.geojson")).table
    #expect(table.fields == [])
    #expect(table.count == 3)
    #expect(table.identifiers == [0, 1, 2])
  }

  @Test("a stream gives the features of a reading, some at a time, and then nothing")
  func stream() throws {
    let path = try folder.write(Self.villages, to: "v.geojson")
    let request = VectorRequest(filter: "code <> '002'", fields: ["code"])
    let whole = try read(path, request)
    let stream = try VectorStream(
      VectorDataset(opening: DatasetSource(location: path)), request)
    #expect(stream.name == "v" && stream.referenceSystem == "EPSG:4326")
    var found: [(Int64, Geometry?)] = []
    for expected in [1, 1] {
      let features = try #require(try stream.next(1))
      #expect(features.identifiers.count == expected)
      found += zip(features.identifiers, features.geometries)
    }
    #expect(try stream.next(1) == nil && stream.next(1) == nil)
    #expect(found.map(\.0) == whole.table.identifiers && found.map(\.1) == whole.table.geometries)
  }

  @Test("geometries that are handed over are not kept")
  func handedOver() throws {
    let path = try folder.write(Self.villages, to: "v.geojson")
    let whole = try read(path, VectorRequest(fields: ["code"])).table
    var taken: [(Int64, Geometry?)] = []
    let table = try VectorDataset(opening: DatasetSource(location: path))
      .read(VectorRequest(fields: ["code"])) { taken.append(($0, $1)) }.table
    #expect(table.geometries == [nil, nil, nil])
    #expect(table.column("code") == whole.column("code"))
    #expect(taken.map(\.0) == whole.identifiers && taken.map(\.1) == whole.geometries)
  }

  @Test("NaN and infinity: NaN is nothing")
  func notANumber() throws {
    let path = try folder.write("v,w\nnan,1\n2.5,2\n,3\n", to: "n.csv")
    try _ = folder.write("\"Real\",\"Integer\"\n", to: "n.csvt")
    let table = try read(path, VectorRequest(fields: ["v", "w"])).table
    #expect(table.column("v") == .real([nil, 2.5, nil]))
    #expect(table.column("w") == .integer([1, 2, 3]))
  }

  @Test("a table of text without geometry")
  func table() throws {
    let path = try folder.write("code;name\n001;\"Ba; Tơ\"\n02;\n", to: "t.csv")
    let reading = try read(path, VectorRequest(fields: ["code", "name"]))
    #expect(reading.driver == "CSV")
    #expect(reading.referenceSystem == nil)
    #expect(reading.table.column("code") == .text(["001", "02"]))
    #expect(reading.table.column("name")?.text(at: 0) == "Ba; Tơ")
    #expect(reading.table.geometries == [nil, nil])
  }

  @Test("a filter keeps the rows that it names, also by a field that nobody reads")
  func filter() throws {
    let path = try folder.write(Self.villages, to: "v.geojson")
    let dataset = try VectorDataset(opening: DatasetSource(location: path))
    let some = try dataset.read(
      VectorRequest(filter: "households > 10 AND \"name\" = 'Ba Tơ'", fields: ["code"]))
    #expect(some.table.column("code") == .text(["001"]))
    #expect(some.table.identifiers == [0])
    // The same dataset read again without a filter has all rows and all fields again.
    let all = try dataset.read(VectorRequest(fields: ["name"]))
    #expect(all.table.column("name") == .text(["Ba Tơ", nil, "Sơn Hạ"]))
    let none = try dataset.read(VectorRequest(filter: "households < 0", fields: ["code"]))
    #expect(none.table.count == 0)
    #expect(none.table.column("code") == .text([]))
  }

  @Test("layers are described before they are read")
  func layers() throws {
    let path = try folder.write(Self.villages, to: "v.geojson")
    let dataset = try VectorDataset(opening: DatasetSource(location: path))
    let layer = try #require(dataset.layers.first)
    #expect(dataset.layers.count == 1)
    #expect(layer.name == "v")
    #expect(layer.geometryType == "Point")
    #expect(layer.featureCount == 3)
    #expect(layer.fields == ["code", "name", "households", "area"])
    #expect(layer.referenceSystem == "EPSG:4326")
  }

  @Test("the same source read on many threads gives the same tables")
  func threads() async throws {
    let path = try folder.write(
      geoJSON(
        (0..<200).map { index in
          (#"{"type":"Point","coordinates":[\#(index),\#(index % 90)]}"#, #"{"n":\#(index)}"#)
        }), to: "many.geojson")
    let source = DatasetSource(location: path)
    let request = VectorRequest(filter: "n >= 50", fields: ["n"])
    let alone = try VectorDataset(opening: source).read(request).table
    #expect(alone.count == 150)
    try await withThrowingTaskGroup(of: FeatureTable.self) { group in
      for _ in 0..<16 {
        group.addTask { try VectorDataset(opening: source).read(request).table }
      }
      for try await table in group {
        #expect(table.columns == alone.columns)
        #expect(table.geometries == alone.geometries)
      }
    }
  }
}
