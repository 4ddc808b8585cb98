import GeoAlgorithms

extension AssumptionCounts {
  /// Counts the lines of `roads` that have edges, by what settled their surface.
  init(_ roads: RoadAttributes, bases: [SurfaceBasis], edges: NodedLines) {
    var lengths = [Micrometres](repeating: 0, count: roads.classes.count)
    var isUsed = [Bool](repeating: false, count: roads.classes.count)
    for edge in 0..<edges.edgeCount {
      lengths[Int(edges.lines[edge])] += edges.lengths[edge]
      isUsed[Int(edges.lines[edge])] = true
    }
    var sums: [SurfaceBasis: [String: Sum]] = [:]
    var unlisted: [String: Sum] = [:]
    for line in 0..<roads.classes.count where isUsed[line] {
      let basis = bases[line]
      let isByField = basis == .hardenedByField || basis == .unhardenedByField
      let name = (isByField ? roads.evidence(line)?.name : roads.className(line)) ?? ""
      sums[basis, default: [:]][name, default: Sum()].add(lengths[line])
      let isListed = basis == .hardenedBySurface || basis == .unhardenedBySurface
      if !isListed, let surface = roads.surfaceName(line) {
        unlisted[surface, default: Sum()].add(lengths[line])
      }
    }
    hardenedBySurface = Self.total(sums[.hardenedBySurface])
    unhardenedBySurface = Self.total(sums[.unhardenedBySurface])
    hardenedByField = Self.named(sums[.hardenedByField])
    unhardenedByField = Self.named(sums[.unhardenedByField])
    hardenedByAssumption = Self.named(sums[.hardenedByAssumption])
    unhardenedByAssumption = Self.named(sums[.unhardenedByAssumption])
    unknown = Self.named(sums[.unknown])
    unlistedSurfaces = Self.named(unlisted)
  }

  /// Lengths are summed in whole micrometres, so that the order of the lines changes nothing.
  private struct Sum {
    var lines = 0
    var length: Micrometres = 0

    mutating func add(_ more: Micrometres) {
      lines += 1
      length += more
    }

    var amount: Amount { Amount(lines: lines, metres: ShortGeodesic.metres(of: length)) }
  }

  private static func total(_ sums: [String: Sum]?) -> Amount {
    var total = Sum()
    for sum in (sums ?? [:]).values {
      total.lines += sum.lines
      total.length += sum.length
    }
    return total.amount
  }

  private static func named(_ sums: [String: Sum]?) -> [Named] {
    (sums ?? [:]).map { Named(name: $0.key, amount: $0.value.amount) }.sorted { left, right in
      left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
    }
  }
}
