internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Resettlement

/// A site where it lies.
struct PlacedSite: Sendable {
  /// Its name, from the row and column of its first cell in the terrain model (or in a grid of its
  /// own): the same from run to run, whatever the weights.
  var name: String
  var site: FitSite
  /// Longitude and latitude, along the edges of its cells.
  var polygons: [Polygon]
  /// A point within it, where moves end.
  var position: Coordinate
  /// 4π × area ÷ perimeter²: 1 for a circle, 0.785 for a square.
  var compactness: Double
}

extension SitingStudy {
  /// The sites in longitude and latitude, the best first: by score, then area, then place.
  func placed(_ result: Result) throws(StudyError) -> [PlacedSite] {
    let grid = result.ground.grid
    let order = result.sites.indices.sorted {
      let (left, right) = (result.sites[$0], result.sites[$1])
      if left.score != right.score { return left.score > right.score }
      return left.area != right.area ? left.area > right.area : $0 < $1
    }
    do throws(PROJError) {
      let densifier =
        grid.isPlain
        ? nil
        : Densifier(
          operation: try CoordinateOperation(from: grid.system, to: .longitudeLatitude))
      var placed: [PlacedSite] = []
      for index in order {
        let site = result.sites[index]
        var polygons: [Polygon] = []
        for outline in site.outlines {
          var rings: [LinearRing] = []
          for ring in outline.rings {
            let corners = ring.coordinates.map { grid.grid.position(column: $0.x, row: $0.y) }
            rings.append(LinearRing(try densifier?.transform(corners) ?? corners))
          }
          polygons.append(
            LongitudeTurns.principal(
              Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))))
        }
        guard let position = SitePlace.position(in: polygons) else { continue }
        placed.append(
          PlacedSite(
            name:
              "R\(grid.firstRow + site.firstRow + 1)C\(grid.firstColumn + site.firstColumn + 1)",
            site: site, polygons: polygons, position: position,
            compactness: Self.compactness(of: polygons, area: site.area)))
      }
      return placed
    } catch {
      throw .input(["\(Self.path): \(error.message)"])
    }
  }

  private static func compactness(of polygons: [Polygon], area: Double) -> Double {
    let perimeter = polygons.reduce(0) { sum, polygon in
      polygon.rings.reduce(sum) { $0 + ShortGeodesic.metres(along: $1.coordinates) }
    }
    return perimeter > 0 ? min(4 * Double.pi * area / (perimeter * perimeter), 1) : 0
  }
}
