extension ForestAreas {
  /// The area of forest missing to `percent` of the known land, in **square metres**; negative where
  /// it is exceeded, so that parts add up; `nil` where too little is known for a share.
  ///
  /// - Parameters:
  ///   - percent: the share of forest to be reached.
  ///   - minimumKnownPercent: the least share of the unit that must be known.
  ///   - countsWater: whether inland water is part of what forest is a share of.
  public func gap(
    to percent: Double, minimumKnownPercent: Double, countsWater: Bool
  ) -> Double? {
    let share = ForestShare(
      self, minimumKnownPercent: minimumKnownPercent, countsWater: countsWater)
    guard share.forestPercent != nil else { return nil }
    return percent / 100 * (forest + other - (countsWater ? 0 : water)) - forest
  }
}
