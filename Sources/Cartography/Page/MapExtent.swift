public import GeoAlgorithms
public import GeoModel

/// What a map must show: a projection about its middle, and the box in that projection.
public struct MapExtent: Sendable, Hashable {
  /// The projection.
  public var projection: EqualAreaProjection
  /// The box in metres of the projection.
  public var box: BoundingBox

  /// The extent of `places` (longitude and latitude), with `margin` metres around it; `nil` where there
  /// are none. Two passes, O(n).
  ///
  /// Of the two ways round the earth the shorter one is shown, so that a country on both sides of the
  /// antimeridian is one. A single place is shown with a kilometre around it.
  public init?(of places: some Sequence<Coordinate>, margin: Double = 0) {
    var plain = BoundingBox.empty
    var turned = BoundingBox.empty
    for place in places where place.isFinite {
      plain.extend(to: place)
      turned.extend(to: Coordinate(x: place.x < 0 ? place.x + 360 : place.x, y: place.y))
    }
    guard !plain.isEmpty else { return nil }
    let box =
      turned.maximumX - turned.minimumX < plain.maximumX - plain.minimumX ? turned : plain
    let longitude = (box.minimumX + box.maximumX) / 2
    projection = EqualAreaProjection(
      centre: Coordinate(
        x: longitude > 180 ? longitude - 360 : longitude, y: (box.minimumY + box.maximumY) / 2))
    self.box = .empty
    for place in places where place.isFinite { self.box.extend(to: projection.project(place)) }
    let width = self.box.maximumX - self.box.minimumX
    let height = self.box.maximumY - self.box.minimumY
    let room = max(margin, width + height < 100 ? 1000 : 0)
    self.box.minimumX -= room
    self.box.minimumY -= room
    self.box.maximumX += room
    self.box.maximumY += room
  }

  /// The width in metres.
  var width: Double { box.maximumX - box.minimumX }
  /// The height in metres.
  var height: Double { box.maximumY - box.minimumY }
}
