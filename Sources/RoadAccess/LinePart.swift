import GeoAlgorithms
import GeoModel

/// Parts of lines by the way along them.
enum LinePart {
  /// The positions of `line` between two ways along it in micrometres, `start` not beyond `end`;
  /// ways beyond the ends are the ends. One position twice where the part has no length.
  static func cut(_ line: [Coordinate], from start: Micrometres, to end: Micrometres)
    -> [Coordinate]
  {
    var part: [Coordinate] = []
    var offset: Micrometres = 0
    for (first, second) in zip(line, line.dropFirst()) {
      let length = ShortGeodesic.micrometres(from: first, to: second)
      let next = offset + length
      func place(_ way: Micrometres) -> Coordinate {
        guard length > 0, way > offset else { return first }
        guard way < next else { return second }
        let share = Double(way - offset) / Double(length)
        return Coordinate(
          x: first.x + share * (second.x - first.x), y: first.y + share * (second.y - first.y))
      }
      if part.isEmpty, start <= next { part.append(place(start)) }
      if !part.isEmpty {
        if end <= next {
          part.append(place(end))
          return part
        }
        if part.last != second { part.append(second) }
      }
      offset = next
    }
    if let last = line.last, part.count < 2 { part.append(last) }
    if part.count < 2, let last = line.last { part.append(last) }
    return part
  }
}
