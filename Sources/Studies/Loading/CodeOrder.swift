/// The order in which units and villages come out: by code, compared by Unicode scalars, whatever
/// the order of the source.
enum CodeOrder {
  /// The indices of `entries` in order; those without a code last, by their feature.
  static func order(of entries: [(code: String?, feature: String)]) -> [Int] {
    entries.indices.sorted { left, right in
      let (one, other) = (entries[left], entries[right])
      switch (one.code, other.code) {
      case (let a?, let b?) where a != b:
        return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left < right
      }
    }
  }
}
