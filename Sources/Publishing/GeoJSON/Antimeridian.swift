/// The cut at longitude 180 (RFC 7946, section 3.1.9), on the grid and so exact.
///
/// A run of positions crosses where two neighbours lie more than 180° apart (the short way is
/// meant), or where longitudes go on beyond ±180. A step of exactly 360° is the edge of a box round
/// the whole Earth and crosses nothing.
struct Antimeridian {
  /// 180° on the grid.
  let halfTurn: Int64

  private var turn: Int64 { 2 * halfTurn }

  /// Whether the run leaves ±180 or jumps across.
  func isCrossed(by run: RoundedRun) -> Bool {
    guard var previous = run.first?.x else { return false }
    for position in run {
      if position.x > halfTurn || position.x < -halfTurn { return true }
      let step = abs(position.x - previous)
      if step > halfTurn && step < turn { return true }
      previous = position.x
    }
    return false
  }

  /// The position with its longitude within ±180.
  func normalized(_ position: RoundedPosition) -> RoundedPosition {
    var x = position.x
    while x > halfTurn { x -= turn }
    while x < -halfTurn { x += turn }
    return RoundedPosition(x: x, y: position.y)
  }

  /// The run with every step taken the short way: longitudes may go beyond ±180.
  func unwrapped(_ run: RoundedRun) -> RoundedRun {
    guard var previous = run.first?.x else { return run }
    var offset: Int64 = 0
    return run.map { position in
      let step = position.x - previous
      if step > halfTurn && step < turn { offset -= turn }
      if step < -halfTurn && step > -turn { offset += turn }
      previous = position.x
      return RoundedPosition(x: position.x + offset, y: position.y)
    }
  }

  /// The run moved by whole turns.
  func shifted(_ run: RoundedRun, byTurns turns: Int64) -> RoundedRun {
    turns == 0 ? run : run.map { RoundedPosition(x: $0.x + turns * turn, y: $0.y) }
  }

  /// Where the edge from `a` to `b`, whose ends lie on different sides of longitude `x`, crosses it:
  /// the exact place rounded to the grid, ties up, the same for both directions of the edge.
  func crossing(_ a: RoundedPosition, _ b: RoundedPosition, at x: Int64) -> RoundedPosition {
    let (first, second) = a.x < b.x ? (a, b) : (b, a)
    let width = Int128(second.x - first.x)
    let numerator =
      Int128(first.y) * width + Int128(second.y - first.y) * Int128(x - first.x)
    // floor((2n + w) / 2w); the quotient of Int128 truncates, so a negative one is stepped down.
    let doubled = 2 * numerator + width
    var (y, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * width)
    if remainder < 0 { y -= 1 }
    return RoundedPosition(x: x, y: Int64(y))
  }
}
