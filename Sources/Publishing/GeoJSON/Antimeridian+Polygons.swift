extension Antimeridian {
  /// Raised where a ring runs round a pole and so does not close after one turn.
  struct RingAroundPole: Error {}

  /// The polygon with its longitudes running on beyond ±180 where it crosses, each hole moved into
  /// the turn of the outer ring.
  func unwrapped(polygon: [RoundedRun]) throws(RingAroundPole) -> [RoundedRun] {
    var rings: [RoundedRun] = []
    for ring in polygon {
      let run = unwrapped(ring)
      guard run.first == run.last else { throw RingAroundPole() }
      guard let exterior = rings.first else {
        rings.append(run)
        continue
      }
      let turns: [Int64] = [0, 1, -1, 2, -2]
      let fitting = turns.first { turns in
        extent(shifted(run, byTurns: turns)).isInside(extent(exterior))
      }
      rings.append(shifted(run, byTurns: fitting ?? 0))
    }
    return rings
  }

  /// The parts of an unwrapped polygon that each lie within ±180. O(n log n) for each turn.
  ///
  /// A hole stays in the part that holds it; a hole that crosses becomes part of the edges.
  func parts(ofUnwrapped polygon: [RoundedRun]) -> [[RoundedRun]] {
    guard let exterior = polygon.first, !exterior.isEmpty else { return [] }
    let reach = extent(exterior)
    if reach.least < -halfTurn {
      return parts(ofUnwrapped: polygon.map { shifted($0, byTurns: 1) })
    }
    if reach.least >= halfTurn && reach.greatest > halfTurn {
      return parts(ofUnwrapped: polygon.map { shifted($0, byTurns: -1) })
    }
    if reach.greatest <= halfTurn { return [polygon] }
    let wound = polygon.enumerated().map { index, ring in
      RoundedRing.wound(ring, counterClockwise: index == 0)
    }
    let western = HalfPlane(antimeridian: self, border: halfTurn).parts(of: wound)
    // The eastern side is the western side of the mirror image.
    let eastern = HalfPlane(antimeridian: self, border: -halfTurn)
      .parts(of: wound.map(mirrored)).map { $0.map(mirrored) }
    return western + eastern.flatMap { parts(ofUnwrapped: $0) }
  }

  /// The ring in the mirror of longitude 0, reversed so that it keeps its direction.
  private func mirrored(_ ring: RoundedRun) -> RoundedRun {
    ring.reversed().map { RoundedPosition(x: -$0.x, y: $0.y) }
  }

  private func extent(_ run: RoundedRun) -> Extent {
    Extent(least: run.lazy.map(\.x).min() ?? 0, greatest: run.lazy.map(\.x).max() ?? 0)
  }

  /// The longitudes that a run reaches from and to.
  private struct Extent {
    var least: Int64
    var greatest: Int64

    func isInside(_ other: Extent) -> Bool { least >= other.least && greatest <= other.greatest }
  }
}
