import CairoKit
import GeoModel

/// The names of a map that have found a place.
struct PlacedNames {
  /// A name that is set, with its box.
  struct Name {
    var label: MapLabel
    var block: TextBlock
    var box: BoundingBox
  }

  /// The names, those of the lowest rank last, so that they lie on top.
  var names: [Name]

  /// Draws the names of areas, or those of points.
  func draw(ofAreas: Bool, on canvas: Canvas) {
    for name in names where name.label.isOfArea == ofAreas {
      canvas.draw(
        name.block, x: (name.box.minimumX + name.box.maximumX - name.block.width) / 2,
        y: (name.box.minimumY + name.box.maximumY - name.block.height) / 2,
        colour: name.label.colour,
        halo: LineStyle(
          colour: Colour.white.opacity(0.85), width: name.label.style.size * 0.15))
    }
  }
}

extension MapLabel {
  var isOfArea: Bool {
    if case .area = place { true } else { false }
  }
}

/// Places the names of a map.
struct LabelPainter {
  let view: MapView
  let typesetter: Typesetter
  let thinner: LineThinner

  /// The most names that are tried: many times more than a page has room for.
  private static let greatestCount = 4000

  /// A name that is set, with where it could stand.
  private struct SetLabel {
    var label: MapLabel
    var block: TextBlock
    var candidate: LabelPlacer.Candidate
  }

  /// The names that find a place; they keep off `symbols` and stay within the frame.
  func place(_ labels: [MapLabel], symbols: [BoundingBox]) throws -> PlacedNames {
    var chosen = labels
    if labels.count > Self.greatestCount {
      chosen = Array(
        labels.sorted { ($0.rank, $0.text) < ($1.rank, $1.text) }.prefix(Self.greatestCount))
    }
    let room = BoundingBox(
      minimumX: view.frame.minimumX + 2, minimumY: view.frame.minimumY + 2,
      maximumX: view.frame.maximumX - 2, maximumY: view.frame.maximumY - 2)
    let set = try chosen.compactMap(prepare)
    var placer = LabelPlacer(frame: room, symbols: symbols)
    let places = placer.place(set.map(\.candidate))
    let names = zip(set, places).compactMap { label, place in
      place.map {
        PlacedNames.Name(
          label: label.label, block: label.block, box: label.candidate.boxes[$0])
      }
    }
    return PlacedNames(names: names.sorted { $0.label.rank > $1.label.rank })
  }

  private func prepare(_ label: MapLabel) throws -> SetLabel? {
    let block = try typesetter.set(label.text, label.style)
    guard block.width > 0 else { return nil }
    switch label.place {
    case .point(let place, let size):
      let point = view.point(of: place)
      guard view.frame.contains(point) else { return nil }
      return SetLabel(
        label: label, block: block,
        candidate: LabelPlacer.Candidate(
          rank: label.rank, key: label.text,
          boxes: Self.boxes(around: point, block: block, size: size), greatestCover: 0))
    case .area(let polygons):
      guard let rings = largest(of: polygons) else { return nil }
      let anchors = AreaAnchors(rings: rings)
      // Set in two lines where it does not fit in one.
      if let second = try inTwoLines(label), !anchors.fits(block), anchors.fits(second) {
        return area(label, second, anchors)
      }
      return area(label, block, anchors)
    }
  }

  private func area(_ label: MapLabel, _ block: TextBlock, _ anchors: AreaAnchors) -> SetLabel? {
    let boxes = anchors.boxes(
      width: block.width + 2 * label.margin, height: Self.inkHeight(block) + 2 * label.margin,
      overhang: 0.35)
    guard !boxes.isEmpty else { return nil }
    return SetLabel(
      label: label, block: block,
      candidate: LabelPlacer.Candidate(
        rank: label.rank, key: label.text, boxes: boxes, greatestCover: 4))
  }

  private func inTwoLines(_ label: MapLabel) throws -> TextBlock? {
    let words = label.text.split(separator: " ")
    guard words.count > 1 else { return nil }
    // Where the halves are most alike in length.
    let cut = (1..<words.count).min { one, other in
      unevenness(words, one) < unevenness(words, other)
    }
    guard let cut else { return nil }
    var style = label.style
    style.alignment = .centre
    return try typesetter.set(
      words[..<cut].joined(separator: " ") + "\n" + words[cut...].joined(separator: " "), style)
  }

  private func unevenness(_ words: [Substring], _ cut: Int) -> Int {
    abs(words[..<cut].map(\.count).reduce(0, +) - words[cut...].map(\.count).reduce(0, +))
  }

  private func largest(of polygons: [Polygon]) -> [[Coordinate]]? {
    var best: (area: Double, rings: [[Coordinate]])?
    var buffer: [Coordinate] = []
    for polygon in polygons {
      let rings = polygon.rings.map { ring in
        thinner.draw(ring.coordinates, by: view, into: &buffer)
        return buffer
      }
      guard let outer = rings.first else { continue }
      let area = abs(LinearRing(outer).doubledSignedArea)
      if area > best?.area ?? -1 { best = (area, rings) }
    }
    return best?.rings
  }

  /// The height of the letters without the room that lines keep from one another.
  static func inkHeight(_ block: TextBlock) -> Double { block.height * 0.86 }

  /// Right, left, above, below and the four corners of a symbol, in the order of E. Imhof,
  /// "Positioning names on maps", The American Cartographer 2 (1975), doi:10.1559/152304075784313304:
  /// upper right first.
  private static func boxes(
    around point: Coordinate, block: TextBlock, size: Double
  ) -> [BoundingBox] {
    let width = block.width
    let height = inkHeight(block)
    let gap = size / 2 + 1.2
    let near = size * 0.35
    let corners: [(x: Double, y: Double)] = [
      (near, -near - height), (gap, -height / 2), (near, near), (-width - near, -near - height),
      (-width - near, near), (-width - gap, -height / 2), (-width / 2, -gap - height),
      (-width / 2, gap),
    ]
    return corners.map { corner in
      BoundingBox(
        minimumX: point.x + corner.x, minimumY: point.y + corner.y,
        maximumX: point.x + corner.x + width, maximumY: point.y + corner.y + height)
    }
  }
}

extension AreaAnchors {
  /// Whether a name lies within the area somewhere.
  func fits(_ block: TextBlock) -> Bool {
    !boxes(width: block.width, height: LabelPainter.inkHeight(block), overhang: 0).isEmpty
  }
}
