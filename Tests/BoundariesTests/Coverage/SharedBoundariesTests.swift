import Boundaries
import Foundation
import GeoModel
import PROJKit
import Testing

/// The real boundaries beside the checkout; absent, the tests are skipped and say so.
private enum SharedBoundaries {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/quang-ngai").standardizedFileURL

  static var arePresent: Bool {
    FileManager.default.fileExists(
      atPath: folder.appending(path: "communes-2009-province.geojson").path)
  }

  private struct Collection: Decodable { var features: [Feature] }

  private struct Feature: Decodable {
    var geometry: Shape
    var properties: Properties
  }

  private struct Properties: Decodable {
    var code: String?
    var gsoCode: String?
    var area: Double?
    var population: Double?
    var rawPopulation: String?

    enum CodingKeys: String, CodingKey {
      case code
      case gsoCode = "gso_code"
      case area
      case population
      case rawPopulation = "pop_raw"
    }
  }

  private struct Shape: Decodable {
    var type: String
    var polygons: [[[[Double]]]]

    private enum Key: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      type = try container.decode(String.self, forKey: .type)
      polygons =
        type == "Polygon"
        ? [try container.decode([[[Double]]].self, forKey: .coordinates)]
        : try container.decode([[[[Double]]]].self, forKey: .coordinates)
    }
  }

  static func read(_ name: String) throws -> (units: [AdministrativeUnit], people: [Double?]) {
    let data = try Data(contentsOf: folder.appending(path: name))
    let features = try JSONDecoder().decode(Collection.self, from: data).features
    let units = features.enumerated().map { number, feature in
      let polygons = feature.geometry.polygons.map { rings in
        let closed = rings.map { LinearRing($0.map { Coordinate(x: $0[0], y: $0[1]) }) }
        return Polygon(exterior: closed[0], holes: Array(closed.dropFirst()))
      }
      return AdministrativeUnit(
        level: "commune", code: feature.properties.code ?? feature.properties.gsoCode, name: nil,
        polygons: polygons, area: Geodesic.area(of: polygons),
        declaredArea: feature.properties.area.map { $0 * 10_000 }, sourceFeature: "\(number)")
    }
    let people = features.map {
      $0.properties.population ?? $0.properties.rawPopulation.flatMap { Double($0) }
    }
    return (units, people)
  }
}

@Suite(
  "Coverage: the boundaries of Quảng Ngãi",
  .enabled(if: SharedBoundaries.arePresent, "../shared/data/quang-ngai is absent"))
struct SharedBoundariesTests {
  /// 379 pairs, in 713 pieces. Planar in EPSG:32649 they measure 1,718 ha; on the ellipsoid
  /// 1,716.5 ha. The 651 rings that the union has in EPSG:32649 hold 8 of under 0.001 mm wide,
  /// made by the rounding of the projected coordinates; in the source's own coordinates there are
  /// 643, 1,974 ha in that plane and 1,972.5 ha on the ellipsoid.
  @Test("2009: 379 pairs overlap, 643 gaps")
  func province2009() throws {
    let (units, people) = try SharedBoundaries.read("communes-2009-province.geojson")
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.overlaps.count == 379)
    #expect(faults.overlapPieceCount == 713)
    #expect(abs(faults.overlapArea / 10_000 - 1_716.48) < 0.01)
    #expect(faults.gaps.count == 643)
    #expect(abs(faults.gapArea / 10_000 - 1_972.53) < 0.01)
    let copies = ImpossibleValues.findings(
      for: units, figures: people.map { UnitFigures(population: $0) },
      neighbours: faults.neighbours(count: units.count), layer: "units.commune"
    ).filter { $0.kind == "copied-figures" }
    #expect(copies.count == 1)
  }

  /// Planar in EPSG:32649 a fifteenth ring of 0.0005 m² appears, 9 µm wide, that rounding made.
  @Test("2025: 9 slivers, 14 pinholes and no other fault")
  func province2025() throws {
    let (units, _) = try SharedBoundaries.read("communes-2025-province.geojson")
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.overlaps.count == 9 && faults.sliverOverlapCount == 9)
    #expect(faults.gaps.count == 14 && faults.gapCount(.pinhole) == 14)
    #expect(faults.duplicates.isEmpty && faults.mended.isEmpty)
  }

  @Test("2025: the two populations that lost their last zero are suspected, and no other")
  func lostZeros() throws {
    let (units, people) = try SharedBoundaries.read("communes-2025-mountain.geojson")
    let faults = try CoverageCheck.faults(of: units)
    let suspects = TenfoldRule.suspects(
      people: people, areas: units.map(\.area), neighbours: faults.neighbours(count: units.count))
    #expect(suspects.map { units[$0.unit].code } == ["21325", "21343"])
    #expect(suspects.map(\.likely) == [12_070, 5_690])
  }

  @Test("2009 and 2025 repaired: no overlap, no narrow gap, the rest listed")
  func repair() throws {
    for (name, left) in [("communes-2009-province", 493), ("communes-2025-province", 0)] {
      let (units, _) = try SharedBoundaries.read("\(name).geojson")
      let repair = try CoverageRepair(of: units)
      #expect(repair.after.overlaps.isEmpty, "\(name)")
      #expect(repair.after.gaps.count == left, "\(name)")
      #expect(repair.after.negligiblePieces == 0, "\(name)")
    }
  }

  @Test("codes outlive their units: 21025 names another ground in 2025, and so do others")
  func codes() throws {
    let (old, _) = try SharedBoundaries.read("communes-2009-province.geojson")
    let (new, _) = try SharedBoundaries.read("communes-2025-province.geojson")
    let pairs = try CodeContinuity.compare(old: old, new: new)
    let findings = CodeContinuity.findings(
      from: pairs, new: new, by: .init(oldVintage: "2009-04-01", changed: []), level: "commune")
    #expect(pairs.count == 55 && findings.count { $0.kind == "code-reused" } == 45)
    #expect(findings.filter { $0.severity != .note }.map(\.amount) == ["45 of 55 codes"])
    let moved = try #require(pairs.first { $0.code == "21025" })
    #expect(moved.likeness < 0.001)
  }
}
