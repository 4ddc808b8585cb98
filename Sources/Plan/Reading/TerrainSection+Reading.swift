extension TerrainSection {
  init(reading reader: SectionReader) {
    if !reader.context.sections.contains("elevation") {
      reader.context.report(
        reader.mark, reader.path, "slopes need a terrain model, which the plan lacks",
        "add 'elevation'")
    }
    let slopes = reader.ascending("slope_pct", atMost: Self.mostLimits)
    let heights = reader.ascending("elevation_m", atMost: Self.mostLimits)
    self.init(
      slopeLimits: slopes ?? Self.defaultSlopeLimits,
      heightLimits: heights ?? Self.defaultHeightLimits)
  }

  /// A cell's band of height and class of slope share a byte.
  private static let mostLimits = 12
}
