import GeoAlgorithms
import GeoModel

extension Suite {
  /// Leaving out patches of forest under 0.3 ha.
  mutating func measurePatches() throws {
    for share in [0.3, 0.6] {
      try measure("patch filter: \(Int(share * 100)) % forest in specks") {
        let size = 2000
        var generator = SeededGenerator(seed: 3)
        let codes: [UInt8] = (0..<size * size).map { _ in generator.unit() < share ? 2 : 1 }
        let grid = GridGeometry(
          columns: size, rows: size, originX: 108, columnStepX: 0.00025, originY: 15,
          rowStepY: -0.00025)
        let rule = PatchRule(code: 2, replacement: 1, leastArea: 3000)
        let filter = PatchFilter(rule, areas: CellAreaModel(geographic: grid))
        return (
          (filter, codes, size),
          [.init(count: Double(size * size), unit: "cell", form: .nanosecondsEach)]
        )
      } body: { filter, codes, size in
        var filtered = codes
        filter.apply(to: &filtered, rows: 0..<size)
        return filtered.reduce(0) { $0 + ($1 == 2 ? 1 : 0) }
      }
    }
  }
}
