/// Cells waiting to be looked at, in a ring of buckets by their cost.
///
/// The cells of a bucket lie in chunks of one pool, each chunk naming the next; a chunk that has been
/// looked at is used again, so that memory follows the widest front and not the whole grid.
///
/// Source: R. B. Dial, Algorithm 360: shortest-path forest with topological ordering, Comm. ACM 12
/// (1969), doi:10.1145/363269.363610.
struct CellBuckets {
  private static let chunkExponent = 8
  private static let chunk = 1 << chunkExponent

  /// How many cells wait.
  private(set) var pending = 0

  private var pool: [Int32] = []
  private var free: [Int32] = []
  /// Chunk to the next chunk of its bucket, -1 for none.
  private var next: [Int32] = []
  /// Bucket to its first chunk, -1 for none.
  private var first: [Int32]
  /// Bucket to where its next cell goes in the pool; at the start of a chunk there is no room.
  private var place: [Int32]
  private let mask: Int

  /// Empty buckets; `count` must be a power of two.
  init(count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "a ring of 2ⁿ buckets")
    mask = count - 1
    first = Array(repeating: -1, count: count)
    place = Array(repeating: 0, count: count)
  }

  /// Puts `cell` into the bucket number `bucket`, counted round the ring. O(1).
  @inline(__always)
  mutating func push(_ cell: Int, bucket: Int) {
    let bucket = bucket & mask
    var at = Int(place[bucket])
    if at & (Self.chunk - 1) == 0 { at = grow(bucket) }
    pool[at] = Int32(truncatingIfNeeded: cell)
    place[bucket] = Int32(truncatingIfNeeded: at &+ 1)
    pending &+= 1
  }

  @inline(never)
  private mutating func grow(_ bucket: Int) -> Int {
    let new: Int32
    if let used = free.popLast() {
      new = used
    } else {
      new = Int32(next.count)
      next.append(-1)
      pool.append(contentsOf: repeatElement(0, count: Self.chunk))
    }
    next[Int(new)] = -1
    if first[bucket] < 0 {
      first[bucket] = new
    } else {
      next[(Int(place[bucket]) - 1) >> Self.chunkExponent] = new
    }
    return Int(new) << Self.chunkExponent
  }

  /// Takes out what the bucket number `bucket` holds now: the first of its chunks, -1 where it is
  /// empty, and where the last one ends.
  mutating func takeChunks(bucket: Int) -> (first: Int32, end: Int) {
    let bucket = bucket & mask
    defer {
      first[bucket] = -1
      place[bucket] = 0
    }
    return (first[bucket], Int(place[bucket]))
  }

  /// The places in the pool of the cells of a chunk that was taken out, and the chunk after it.
  func entries(of chunk: Int32, end: Int) -> (range: Range<Int>, next: Int32) {
    let following = next[Int(chunk)]
    let start = Int(chunk) << Self.chunkExponent
    return (start..<(following < 0 ? end : start + Self.chunk), following)
  }

  /// The cell at a place in the pool.
  @inline(__always)
  func cell(at place: Int) -> Int { Int(pool[place]) }

  /// Gives a chunk of `count` cells back once they have been looked at.
  mutating func release(_ chunk: Int32, count: Int) {
    free.append(chunk)
    pending -= count
  }
}
