public import GeoAlgorithms
public import GeoModel

/// Where on the page a place is drawn.
public struct MapView: Sendable, Hashable {
  /// The projection, about the middle of what is shown.
  public let projection: EqualAreaProjection
  /// The frame of the map on the page, in points; y runs down.
  public private(set) var frame: BoundingBox
  /// The denominator of the scale at the middle.
  public let denominator: Double
  /// The middle of what is shown, in metres of the projection.
  private let middle: Coordinate
  private let pointsPerMetre: Double

  /// Shows `extent`, in metres of `projection`, in the middle of `frame` at a scale.
  public init(
    projection: EqualAreaProjection, extent: BoundingBox, frame: BoundingBox, denominator: Double
  ) {
    self.projection = projection
    self.frame = frame
    self.denominator = denominator
    middle = Coordinate(
      x: (extent.minimumX + extent.maximumX) / 2, y: (extent.minimumY + extent.maximumY) / 2)
    pointsPerMetre = PageSize.pointsPerMillimetre * 1000 / denominator
  }

  /// The same view in the middle of another frame.
  func moved(to frame: BoundingBox) -> MapView {
    var view = self
    view.frame = frame
    return view
  }

  /// The point of the page where `place` (longitude and latitude) is drawn.
  public func point(of place: Coordinate) -> Coordinate {
    let image = projection.project(place)
    return Coordinate(
      x: (frame.minimumX + frame.maximumX) / 2 + (image.x - middle.x) * pointsPerMetre,
      y: (frame.minimumY + frame.maximumY) / 2 - (image.y - middle.y) * pointsPerMetre)
  }

  /// The place (longitude and latitude) that is drawn at `point`.
  public func place(of point: Coordinate) -> Coordinate {
    projection.place(
      of: Coordinate(
        x: (point.x - (frame.minimumX + frame.maximumX) / 2) / pointsPerMetre + middle.x,
        y: ((frame.minimumY + frame.maximumY) / 2 - point.y) / pointsPerMetre + middle.y))
  }

  /// The length on the page, in points, of `metres` on the ground at the middle of the map.
  public func points(ofMetres metres: Double) -> Double { metres * pointsPerMetre }
}
