extension Antimeridian {
  /// The line in pieces that each stay within ±180; the whole line, as it is, where it does not
  /// cross. O(n) for each turn.
  func pieces(of line: RoundedRun) -> [RoundedRun] {
    guard isCrossed(by: line) else { return [line] }
    return pieces(ofUnwrapped: unwrapped(line))
  }

  private func pieces(ofUnwrapped line: RoundedRun) -> [RoundedRun] {
    guard let least = line.lazy.map(\.x).min(), let greatest = line.lazy.map(\.x).max() else {
      return []
    }
    // Bring the western end within ±180, then cut off what lies beyond, turn by turn.
    if least < -halfTurn { return pieces(ofUnwrapped: shifted(line, byTurns: 1)) }
    if least >= halfTurn && greatest > halfTurn {
      return pieces(ofUnwrapped: shifted(line, byTurns: -1))
    }
    if greatest <= halfTurn { return [line] }
    return split(line).flatMap { piece in
      piece.contains { $0.x > halfTurn } ? pieces(ofUnwrapped: piece) : [piece]
    }
  }

  /// The line in pieces that lie on one side of longitude 180 each.
  private func split(_ line: RoundedRun) -> [RoundedRun] {
    var pieces: [RoundedRun] = []
    var piece: RoundedRun = []
    var side: Int64 = 0
    for position in line {
      let here = (position.x - halfTurn).signum()
      if let last = piece.last, side != 0, here == -side {
        let border = last.x == halfTurn ? last : crossing(last, position, at: halfTurn)
        if border != last { piece.append(border) }
        pieces.append(piece)
        piece = [border]
      }
      piece.append(position)
      if here != 0 { side = here }
    }
    pieces.append(piece)
    return pieces
  }
}
