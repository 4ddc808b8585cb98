internal import GeoAlgorithms

extension RasterForestChange {
  /// The change of each unit, the sums of the bands in ascending order; parallel to the units of the
  /// outlines and to `unitAreas` (geodesic, **square metres**).
  ///
  /// Areas are brought to close on the unit's as those of ``RasterForestCover``. Transitions are
  /// between the rasters' own classes where every band tells them and they make at most
  /// ``greatestPairCount`` pairs, else between the codes of ``ForestCode``.
  public func changes(of bands: [BandChange], unitAreas: [Double]) -> [ForestChange] {
    var sums = ZonalSums(
      unitCount: unitAreas.count, classCount: ForestCode.count * ForestCode.count)
    for band in bands { sums.add(band.codes) }
    let pairs = classPairs(of: bands, unitCount: unitAreas.count)
    return unitAreas.indices.map { unit in
      change(of: unit, area: unitAreas[unit], sums: sums, pairs: pairs?[unit])
    }
  }

  private func change(
    of unit: Int, area total: Double, sums: borrowing ZonalSums,
    pairs: [GroundTransition: Double]?
  ) -> ForestChange {
    let cellArea = sums.totalArea(unit: unit)
    guard cellArea > 0, total > 0 else {
      let nothing = ForestAreas(total: total, forest: 0, other: 0, outside: total)
      return ForestChange(
        before: nothing, after: nothing,
        balance: .init(kept: 0, gain: 0, loss: 0, unknown: total))
    }
    let scale = total / cellArea
    func area(_ before: UInt8, _ after: UInt8) -> Double {
      scale * sums.area(unit: unit, code: before * UInt8(ForestCode.count) + after)
    }
    let all = UInt8(0)..<UInt8(ForestCode.count)
    let outside = scale * sums.outsideArea(unit: unit)
    func division(_ part: (UInt8) -> Double) -> ForestAreas {
      let water = part(ForestCode.water)
      return ForestAreas(
        total: total, forest: part(ForestCode.forest), other: part(ForestCode.other) + water,
        water: water, noData: part(ForestCode.noData), outside: outside,
        cellAreaRatio: cellArea / total, improperCells: sums.improperCells(unit: unit))
    }
    let land = [ForestCode.other, ForestCode.water]
    let balance = ForestChange.Balance(
      kept: area(ForestCode.forest, ForestCode.forest),
      gain: land.reduce(0) { $0 + area($1, ForestCode.forest) },
      loss: land.reduce(0) { $0 + area(ForestCode.forest, $1) },
      unknown: outside
        + all.reduce(0) { sum, code in
          let other = code == ForestCode.noData ? 0 : area(code, ForestCode.noData)
          return sum + area(ForestCode.noData, code) + other
        })
    var transitions = pairs?.mapValues { scale * $0 } ?? [:]
    if pairs == nil {
      for before in all {
        for after in all {
          let transition = GroundTransition(
            GroundClass.ofCodes[Int(before)], GroundClass.ofCodes[Int(after)])
          transitions[transition] = area(before, after)
        }
      }
    }
    transitions[GroundTransition(.outside, .outside)] = outside
    transitions = transitions.filter { $0.value > ForestChange.negligibleShare * total }
    return ForestChange(
      before: division { code in all.reduce(0) { $0 + area(code, $1) } },
      after: division { code in all.reduce(0) { $0 + area($1, code) } }, balance: balance,
      transitions: transitions)
  }

  /// For each unit the area of each pair of classes as the sum of its cells; `nil` where a band does
  /// not tell them, or they are too many.
  private func classPairs(
    of bands: [BandChange], unitCount: Int
  ) -> [[GroundTransition: Double]]? {
    var found: Set<GroundTransition> = []
    var areas = [[GroundTransition: Double]](repeating: [:], count: unitCount)
    var isTold = false
    for band in bands
    where !cover.outlines.rows(of: band.codes.band).clamped(to: 0..<cover.rows)
      .isEmpty
    {
      guard let pairs = band.classes else { return nil }
      isTold = true
      found.formUnion(pairs.transitions)
      guard found.count <= Self.greatestPairCount else { return nil }
      var sums = ZonalSums(unitCount: unitCount, classCount: pairs.transitions.count)
      sums.add(pairs.sums)
      for unit in 0..<unitCount {
        for (code, transition) in pairs.transitions.enumerated() {
          let area = sums.area(unit: unit, code: UInt8(truncatingIfNeeded: code))
          if area > 0 { areas[unit][transition, default: 0] += area }
        }
      }
    }
    return isTold ? areas : nil
  }
}
