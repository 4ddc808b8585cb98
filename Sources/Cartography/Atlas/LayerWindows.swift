import GeoAlgorithms
import GeoModel

/// What of the layers and names of a map may be seen in a window: a page of an atlas draws what is near
/// its unit, not the whole study.
struct LayerWindows {
  private let map: MapDocument
  /// The boxes of all shapes of each layer, and of all names.
  private let layers: [[BoundingBox]]
  private let labels: [BoundingBox]

  /// Looks at every position once.
  init(_ map: MapDocument) {
    self.map = map
    layers = map.layers.map(Self.boxes)
    labels = map.labels.map { label in
      switch label.place {
      case .area(let polygons): Self.box(of: polygons)
      case .point(let place, _): BoundingBox(of: [place])
      }
    }
  }

  /// The map with what may be seen within the frame of `view` alone. O(shapes).
  func map(in view: MapView) -> MapDocument {
    let window = Window(view)
    var near = map
    near.layers = zip(map.layers, layers).map { layer, boxes in
      Self.part(of: layer, boxes.indices.filter { window.mayShow(boxes[$0]) })
    }
    near.labels = map.labels.indices.filter { window.mayShow(labels[$0]) }.map { map.labels[$0] }
    return near
  }

  private static func part(of layer: MapLayer, _ kept: [Int]) -> MapLayer {
    let classes = kept.map { layer.classes[$0] }
    let shapes: MapLayer.Shapes =
      switch layer.shapes {
      case .geometries(let geometries): .geometries(kept.map { geometries[$0] })
      case .areas(let areas): .areas(kept.map { areas[$0] })
      case .lines(let lines): .lines(PolylineSet(kept.lazy.map { Array(lines[$0]) }))
      }
    return MapLayer(shapes: shapes, classes: classes, symbols: layer.symbols)
  }

  private static func boxes(of layer: MapLayer) -> [BoundingBox] {
    switch layer.shapes {
    case .lines(let lines): (0..<lines.count).map { BoundingBox(of: lines[$0]) }
    case .areas(let areas): areas.map(box)
    case .geometries(let geometries):
      geometries.map { geometry in
        var box = Self.box(of: geometry?.polygons ?? [])
        for line in geometry?.lines ?? [] {
          for place in line { box.extend(to: place) }
        }
        for point in geometry?.points ?? [] { box.extend(to: point) }
        return box
      }
    }
  }

  private static func box(of polygons: [Polygon]) -> BoundingBox {
    var box = BoundingBox.empty
    for polygon in polygons {
      for place in polygon.exterior.coordinates { box.extend(to: place) }
    }
    return box
  }
}

/// The longitudes and latitudes that a view shows, with a tenth around them.
private struct Window {
  private let box: BoundingBox
  /// Whether a pole is so near that longitudes say nothing.
  private let isPolar: Bool

  init(_ view: MapView) {
    let (frame, steps) = (view.frame, 16)
    let middle = view.place(
      of: Coordinate(
        x: (frame.minimumX + frame.maximumX) / 2, y: (frame.minimumY + frame.maximumY) / 2)
    ).x
    var box = BoundingBox.empty
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = frame.minimumX + share * (frame.maximumX - frame.minimumX)
      let y = frame.minimumY + share * (frame.maximumY - frame.minimumY)
      let points = [
        (x, frame.minimumY), (x, frame.maximumY), (frame.minimumX, y), (frame.maximumX, y),
      ]
      for (x, y) in points {
        var place = view.place(of: Coordinate(x: x, y: y))
        // The short way round from the middle.
        if place.x - middle > 180 { place.x -= 360 }
        if place.x - middle < -180 { place.x += 360 }
        box.extend(to: place)
      }
    }
    let (width, height) = (box.maximumX - box.minimumX, box.maximumY - box.minimumY)
    self.box = BoundingBox(
      minimumX: box.minimumX - width / 10, minimumY: box.minimumY - height / 10,
      maximumX: box.maximumX + width / 10, maximumY: box.maximumY + height / 10)
    isPolar = max(abs(self.box.minimumY), abs(self.box.maximumY)) > 85 || width > 180
  }

  func mayShow(_ other: BoundingBox) -> Bool {
    guard !other.isEmpty else { return false }
    if isPolar { return true }
    return [-360.0, 0, 360].contains { turn in
      other.minimumX + turn <= box.maximumX && other.maximumX + turn >= box.minimumX
        && other.minimumY <= box.maximumY && other.maximumY >= box.minimumY
    }
  }
}
