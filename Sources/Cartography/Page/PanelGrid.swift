import GeoModel

/// How many maps of one extent share the room of a page: cells of one size in rows, filled from the
/// upper left. Lengths in points.
struct PanelGrid {
  /// The frames of the maps, in order.
  var frames: [BoundingBox]

  static let gap = 10.0

  /// Divides `room` for `count` maps, each with `captionHeight` above its frame, so that `extent` is
  /// shown as large as can be; of ways that are alike the one with the fewest columns.
  init(count: Int, extent: MapExtent, room: BoundingBox, captionHeight: Double) {
    frames = [room]
    var finest = Double.infinity
    for columns in 1...max(count, 1) {
      let rows = (count + columns - 1) / columns
      let width =
        (room.maximumX - room.minimumX - Double(columns - 1) * Self.gap) / Double(columns)
      let height =
        (room.maximumY - room.minimumY - Double(rows - 1) * Self.gap) / Double(rows)
        - captionHeight
      let scale = MapRenderer.metresPerPoint(of: extent, width: width, height: height)
      guard scale < finest * (1 - 1e-9) else { continue }
      finest = scale
      frames = (0..<count).map { index in
        let left = room.minimumX + Double(index % columns) * (width + Self.gap)
        let top =
          room.minimumY + Double(index / columns) * (height + captionHeight + Self.gap)
          + captionHeight
        return BoundingBox(
          minimumX: left, minimumY: top, maximumX: left + width, maximumY: top + height)
      }
    }
  }
}
