import Foundation
import GDALKit
import GeoModel
import Testing

@Suite("Faults of vector sources")
struct VectorFaultTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of reading `path`, with a record where there is none.
  func fault(_ path: String, _ request: VectorRequest = VectorRequest()) throws -> GDALError {
    try #require(throws: GDALError.self) { try read(path, request) }
  }

  func village() throws -> String {
    try folder.write(
      geoJSON([(#"{"type":"Point","coordinates":[1,2]}"#, #"{"code":"1","name":"a"}"#)]),
      to: "v.geojson")
  }

  @Test("a missing file and a file of no format")
  func source() throws {
    let missing = try fault(folder.path("none.geojson"))
    #expect(missing.level == .source)
    #expect(missing.function == "GDALOpenEx")
    #expect(missing.message.contains("none.geojson"))
    #expect(missing.message.contains("No such file"))
    let noise = try fault(try folder.write("this is no geodata", to: "x.bin"))
    #expect(noise.level == .source)
    #expect(noise.message.contains("not recognized"))
    let broken = try fault(
      try folder.write(#"{"type":"FeatureCollection","features":[{"#, to: "b.geojson"))
    #expect(broken.level == .source)
    #expect(!broken.messages.isEmpty)
  }

  @Test("a layer that is not there is answered with those that are")
  func layer() throws {
    let error = try fault(try village(), VectorRequest(layer: "roads"))
    #expect(error.level == .layer)
    #expect(error.messages == ["there is no layer 'roads'; it has v"])
  }

  @Test("several layers and none named")
  func severalLayers() throws {
    try _ = folder.write("a,z\n1,1\n", to: "one.csv")
    try _ = folder.write("b,z\n2,2\n", to: "two.csv")
    let error = try fault(folder.url.path)
    #expect(error.level == .layer)
    let words = try #require(error.messages.first)
    #expect(words.hasPrefix("it has several layers: "))
    #expect(words.contains("one") && words.contains("two") && words.hasSuffix("with 'layer'"))
    let two = try read(folder.url.path, VectorRequest(layer: "two", fields: ["b"]))
    #expect(two.table.column("b") == .text(["2"]))
  }

  @Test("a field is asked for letter for letter, and the error lists what is there")
  func field() throws {
    let error = try fault(try village(), VectorRequest(fields: ["Code"]))
    #expect(error.level == .field)
    #expect(error.messages == ["there is no field 'Code'; it has code, name"])
    #expect(error.subject.hasSuffix("v.geojson, layer v"))
  }

  @Test(
    "a filter that does not parse, or that names no field of the layer",
    arguments: ["code = ", "kode = '1'", "code IN ('1'", "code LIKE"])
  func filter(text: String) throws {
    let error = try fault(try village(), VectorRequest(filter: text))
    #expect(error.level == .field)
    #expect(error.function == "OGR_L_SetAttributeFilter")
    #expect(!error.messages.isEmpty)
    #expect(!error.message.contains("\n"))
    if text.hasPrefix("kode") { #expect(error.message.contains("kode")) }
  }

  @Test("an error of a filter leaves the next reading alone")
  func afterFault() throws {
    let dataset = try VectorDataset(opening: DatasetSource(location: try village()))
    #expect(throws: GDALError.self) { try dataset.read(VectorRequest(filter: "x = ")) }
    #expect(try dataset.read(VectorRequest(fields: ["code"])).table.count == 1)
  }

  @Test("many threads, each with its own error")
  func threads() async throws {
    let path = try village()
    await withTaskGroup(of: (Int, GDALError?).self) { group in
      for number in 0..<16 {
        group.addTask {
          do throws(GDALError) {
            _ = try read(path, VectorRequest(filter: "missing\(number) = 1"))
            return (number, nil)
          } catch {
            return (number, error)
          }
        }
      }
      for await (number, error) in group {
        #expect(error?.messages.count == 1)
        #expect(error?.message.contains("missing\(number)") == true)
      }
    }
  }

  @Test("an error without words says so; words stay on one line")
  func message() {
    let silent = GDALError(level: .source, function: "F", subject: "s", messages: [])
    #expect(silent.message == "s: GDAL gave no reason (F)")
    let loud = GDALError(level: .source, function: "F", subject: "s", messages: ["a\nb", "c"])
    #expect(loud.message == "s: a b; c (F)")
  }
}
