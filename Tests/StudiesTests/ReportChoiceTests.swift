import Foundation
import GeoModel
import Publishing
import Testing

@testable import Studies

/// What a page shows of large layers, and its words.
@Suite struct ReportChoiceTests {
  private func layer(_ name: String, _ count: Int, _ properties: (Int) -> [Property]) -> Layer {
    Layer(
      name: name,
      features: (0..<count).map { index in
        LayerFeature(
          identifier: "x/\(index)", geometry: .point(Coordinate(x: 0, y: 0)),
          properties: properties(index))
      })
  }

  @Test func aSmallLayerIsWhole() {
    #expect(ReportChoice(of: layer("villages", 3000) { _ in [] }).kept == nil)
    #expect(ReportChoice(of: layer("pave", 400) { _ in [] }).kept == nil)
  }

  /// Of 3,500 villages the 600 at the end have no hardened road: all of them are shown, in order.
  @Test func villagesInNeedComeFirst() throws {
    let villages = layer("villages", 3500) { index in
      [Property("hardened", .text(index >= 2900 ? "no" : "yes"))]
    }
    let kept = try #require(ReportChoice(of: villages).kept)
    #expect(kept.count == 3000 && kept == kept.sorted())
    #expect(Set(2900..<3500).isSubset(of: kept))
    #expect(Set(0..<2400).isSubset(of: kept))
  }

  @Test func sitesThatReceiveComeFirst() throws {
    let sites = layer("resettlement-sites", 1000) { index in
      [Property("received_households", .integer(index == 999 ? 5 : 0))]
    }
    let choice = ReportChoice(of: sites)
    let kept = try #require(choice.kept)
    #expect(kept.count == 400 && kept.last == 999 && kept.first == 0)
    #expect(choice.key == "shown_sites")
  }

  /// Every key that page, scripts and program name is in the file of words, in both languages.
  @Test func allWordsAreThere() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "GeoData/report")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "words.json")))
    let words = try ReportWords(bytes: bytes, language: .vietnamese)
    var wanted: Set<String> = []
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    for name in names where name.hasSuffix(".js") || name.hasSuffix(".html") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      wanted.formUnion(text.matches(of: /\bword\('([a-z_]+)'[,)]/).map { String($0.1) })
      wanted.formUnion(text.matches(of: /\{\{word ([a-z_]+)\}\}/).map { String($0.1) })
    }
    #expect(wanted.count > 30)
    let sources = root.appending(path: "Sources/Studies/Reporting")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: sources.path(percentEncoded: false))
    {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      wanted.formUnion(text.matches(of: /\bwords[\[(]\s*"([a-z_0-9]+)"/).map { String($0.1) })
    }
    #expect(wanted.count > 80)
    let missing = wanted.filter { words.text("page", $0) == nil }.sorted()
    #expect(missing == [])
  }

  /// Positions as steps of whole numbers: 0.5° east and 0.25° north of the one before.
  @Test func shapesAreSteps() throws {
    let square = Polygon(
      exterior: LinearRing([
        Coordinate(x: 10, y: 1), Coordinate(x: 11, y: 1), Coordinate(x: 11, y: 2),
        Coordinate(x: 10, y: 2),
      ]))
    let shapes = try #require(ReportShapes(levels: [[[square]]]))
    #expect(
      shapes.unit([square]) == [
        [[1_000_000, 100_000, 100_000, 0, 0, 100_000, -100_000, 0]]
      ])
    #expect(
      shapes.shape(.lineString([Coordinate(x: 10, y: 1), Coordinate(x: 10.5, y: 1.25)])) == [
        [1_000_000, 100_000, 50_000, 25_000]
      ])
    #expect(shapes.shape(nil) == .null)
    #expect(ReportShapes(levels: [[[]]]) == nil)
    // On both sides of 180° longitudes go on.
    let west = Polygon(
      exterior: LinearRing([
        Coordinate(x: -180, y: 0), Coordinate(x: -179, y: 0), Coordinate(x: -179, y: 1),
        Coordinate(x: -180, y: 1),
      ]))
    let east = Polygon(
      exterior: LinearRing([
        Coordinate(x: 179, y: 0), Coordinate(x: 180, y: 0), Coordinate(x: 180, y: 1),
        Coordinate(x: 179, y: 1),
      ]))
    let across = try #require(ReportShapes(levels: [[[west, east]]]))
    #expect(across.box.minimumX == 179 && across.box.maximumX == 181)
  }
}
