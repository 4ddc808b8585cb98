public import GeoAlgorithms
import GeoModel

/// A part of a section that a path travels along.
public struct PathPart: Sendable, Hashable {
  /// The section, by its number in ``RoadSections``.
  public var section: Int
  /// The way along the section, in micrometres, where the path comes onto it.
  public var from: Micrometres
  /// The way along the section, in micrometres, where the path leaves it; less than ``from`` where
  /// it runs against the section.
  public var to: Micrometres

  /// Makes a part.
  public init(section: Int, from: Micrometres, to: Micrometres) {
    self.section = section
    self.from = from
    self.to = to
  }

  /// The micrometres travelled: not more than the section has.
  public var length: Micrometres { abs(to - from) }
}

/// The best path of a village, section by section.
public struct VillagePath: Sendable, Hashable {
  /// The village, an index of the villages given.
  public var village: Int
  /// The centre that it leads to, an index of the centres given.
  public var centre: Int
  /// The parts from the village to the centre; empty where both enter at one place. Their metres
  /// together are the path's, those of adverse sections its gap, those of unknown ones its unknown
  /// metres. A section may come twice, where the path leaves it by one end and returns by the other.
  public var parts: [PathPart]
}

extension AccessNetwork {
  /// The best paths of the villages of one unit, those without a path left out; in the order of
  /// the villages given.
  ///
  /// Of several equally good paths the one whose way back from the village turns to the lesser
  /// place, by longitude then latitude, so that it does not depend on the order of the lines.
  public func paths(
    unit: Int, with search: inout AccessSearch, along sections: RoadSections
  ) -> [VillagePath] {
    assess(unit: unit, with: &search) { assessed, entry, search in
      guard let centre = assessed.access.centre, let entry,
        let pieces = search.path(
          to: villageNodes[assessed.village][entry], preferring: precedes)
      else { return nil }
      return VillagePath(
        village: assessed.village, centre: centre,
        parts: parts(
          of: pieces.reversed(), from: villageNodes[assessed.village][entry], along: sections))
    }.compactMap(\.self)
  }

  /// The pieces of a path, in order from `node`, as parts of sections.
  private func parts(
    of pieces: [Int32], from node: Int32, along sections: RoadSections
  ) -> [PathPart] {
    var node = node
    var parts: [PathPart] = []
    for piece in pieces.map(Int.init) {
      let isForwards = self.pieces.origins[piece] == node
      node = isForwards ? self.pieces.destinations[piece] : self.pieces.origins[piece]
      let edge = Int(self.pieces.edges[piece])
      let length = self.pieces.lengths[piece]
      guard length > 0 else { continue }
      let isReversed = sections.isReversed[edge]
      let start =
        sections.edgeOffsets[edge]
        + (isReversed
          ? roads.edges.lengths[edge] - self.pieces.offsets[piece] - length
          : self.pieces.offsets[piece])
      let runsAlong = isForwards != isReversed
      let part = PathPart(
        section: Int(sections.sectionOfEdge[edge]), from: runsAlong ? start : start + length,
        to: runsAlong ? start + length : start)
      if let last = parts.last, last.section == part.section, last.to == part.from,
        (last.to >= last.from) == (part.to >= part.from)
      {
        parts[parts.count - 1].to = part.to
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether a path to `node` takes the piece `left` rather than `right` where both are as good.
  private func precedes(_ left: Int32, _ right: Int32, at node: Int32) -> Bool {
    let (one, other) = (step(onto: left, from: node), step(onto: right, from: node))
    if one != other { return one < other }
    let (leftEdge, rightEdge) = (Int(pieces.edges[Int(left)]), Int(pieces.edges[Int(right)]))
    let (first, second) = (roads.edges.shapes[leftEdge], roads.edges.shapes[rightEdge])
    if !first.elementsEqual(second) {
      return first.lexicographicallyPrecedes(second)
    }
    return text(leftEdge).lexicographicallyPrecedes(text(rightEdge))
  }

  /// The vertex of its edge that a piece runs towards from `node`, whether it reaches it or not.
  private func step(onto piece: Int32, from node: Int32) -> Coordinate {
    let piece = Int(piece)
    let shape = roads.edges.shapes[Int(pieces.edges[piece])]
    let isForwards = pieces.origins[piece] == node
    let here = pieces.offsets[piece] + (isForwards ? 0 : pieces.lengths[piece])
    var way: Micrometres = 0
    var previous = shape[shape.startIndex]
    for position in shape.dropFirst() {
      let next = way + ShortGeodesic.micrometres(from: previous, to: position)
      if isForwards ? next > here : next >= here { return isForwards ? position : previous }
      (way, previous) = (next, position)
    }
    return previous
  }

  private func text(_ edge: Int) -> [String] {
    let line = Int(roads.edges.lines[edge])
    return [
      roads.attributes.className(line) ?? "", roads.attributes.surfaceName(line) ?? "",
      roads.attributes.bridges[line] ? "bridge" : "",
    ]
  }
}
