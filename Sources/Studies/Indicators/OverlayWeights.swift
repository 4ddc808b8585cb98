internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import PROJKit

/// The areas that old units have in common with new ones, by which parts without a published weight
/// are settled.
struct OverlayWeights {
  /// The areas of the old units, by code; the geometry at hand.
  let old: [String: [Polygon]]
  /// The areas of the new units, by code.
  let new: [String: [Polygon]]
  private let pieces: UnitPieces

  /// A part of a unit up to this share of it passes for two drawings of one border.
  private static let tolerance = 0.01

  init(old: EarlierBoundaries?, new units: [AdministrativeUnit]) {
    self.old = Dictionary(
      (old?.units ?? []).compactMap { unit in unit.code.map { ($0, unit.polygons) } },
      uniquingKeysWith: +)
    new = Dictionary(
      units.compactMap { unit in unit.code.map { ($0, unit.polygons) } }, uniquingKeysWith: +)
    pieces = UnitPieces(units)
  }

  /// The geodesic areas in **square metres** that `code` has in common with each of `targets`;
  /// `nil` where no geometry of it is at hand. Of targets outside the study the boundaries are not
  /// known: what lies in no target of the study stands under the first of them.
  ///
  /// - Throws: ``CrosswalkProblem/overlayFailed(code:reason:)`` where the geometry is at hand and of
  ///   no use.
  func areas(of code: String, in targets: [String]) throws(CrosswalkProblem) -> [Double]? {
    guard let polygons = try geometry(of: code) else { return nil }
    var areas: [Double] = []
    for target in targets {
      guard let area = new[target] else {
        areas.append(0)
        continue
      }
      do throws(GEOSError) {
        areas.append(Geodesic.area(of: try Overlay.intersection(polygons, area)))
      } catch {
        throw .overlayFailed(code: code, reason: "\(target): \(error.message)")
      }
    }
    if let stranger = targets.firstIndex(where: { new[$0] == nil }) {
      let inside = CompensatedSum(of: areas).value
      areas[stranger] = max(0, Geodesic.area(of: polygons) - inside)
    }
    return areas
  }

  /// Whether `code` is known by its geometry to have no more than slivers in common with the study;
  /// `false` where none is at hand.
  ///
  /// - Throws: ``CrosswalkProblem/overlayFailed(code:reason:)``.
  func liesOutside(_ code: String) throws(CrosswalkProblem) -> Bool {
    guard let polygons = try geometry(of: code) else { return false }
    do throws(GEOSError) {
      let common = try pieces.pieces(of: polygons)
      let inside = CompensatedSum(of: common.map(\.area)).value
      return inside <= Self.tolerance * Geodesic.area(of: polygons)
        && common.allSatisfy { $0.area <= Self.tolerance * pieces.units[$0.unit].area }
    } catch {
      throw .overlayFailed(code: code, reason: error.message)
    }
  }

  private func geometry(of code: String) throws(CrosswalkProblem) -> [Polygon]? {
    guard let polygons = old[code], !polygons.isEmpty else { return nil }
    do throws(GEOSError) {
      guard let invalidity = try Validity.invalidity(of: polygons) else { return polygons }
      let place = invalidity.place.map { " at \($0.x), \($0.y)" } ?? ""
      throw GEOSError(function: "", reason: "its boundary is invalid: \(invalidity.reason)\(place)")
    } catch {
      throw .overlayFailed(code: code, reason: error.message)
    }
  }
}
