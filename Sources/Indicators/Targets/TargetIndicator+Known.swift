extension TargetIndicator {
  /// The indicators of the provincial resolution, each name once, and those that they build on.
  public static let known: [TargetIndicator] =
    poverty + production + householdServices + schools + health + villagesAndCommunes + people

  private static let poverty: [TargetIndicator] = [
    TargetIndicator("poverty_rate", "percent of households", .lessIsBetter),
    TargetIndicator(
      "poverty_rate_baseline", "percent of households", .lessIsBetter,
      .baseline(of: "poverty_rate")),
    TargetIndicator(
      "poverty_reduction", "percentage points per year", .moreIsBetter,
      .yearlyFall(of: "poverty_rate")),
    TargetIndicator("near_poor_rate", "percent of households", .lessIsBetter),
    TargetIndicator(
      "near_poor_rate_baseline", "percent of households", .lessIsBetter,
      .baseline(of: "near_poor_rate")),
    TargetIndicator("poor_household_income", "million VND per person per month", .moreIsBetter),
    TargetIndicator(
      "poor_household_income_baseline", "million VND per person per month", .moreIsBetter,
      .baseline(of: "poor_household_income")),
    TargetIndicator("districts_out_of_poverty", "districts", .moreIsBetter),
    TargetIndicator("extremely_difficult_units", "percent", .moreIsBetter, .baseUnits),
    TargetIndicator("minority_income_multiple", "times", .moreIsBetter),
    TargetIndicator("minority_income_vs_national", "ratio", .moreIsBetter),
  ]

  private static let production: [TargetIndicator] = [
    TargetIndicator(
      "growth_baseline", "percent per year", .moreIsBetter, .baseline(of: "production_growth")),
    TargetIndicator("production_growth", "percent per year", .moreIsBetter),
    TargetIndicator("agriculture_growth", "percent per year", .moreIsBetter),
    TargetIndicator("industry_growth", "percent per year", .moreIsBetter),
    TargetIndicator("services_growth", "percent per year", .moreIsBetter),
    // Shares of one whole: more of one is less of another.
    TargetIndicator("share_agriculture", "percent", .neither),
    TargetIndicator("share_industry_construction", "percent", .neither),
    TargetIndicator("share_services", "percent", .neither),
    TargetIndicator("labour_agriculture", "percent of workers", .lessIsBetter),
    TargetIndicator("labour_industry", "percent of workers", .moreIsBetter),
    TargetIndicator("labour_services", "percent of workers", .moreIsBetter),
    TargetIndicator("jobs", "workers per year", .moreIsBetter),
    TargetIndicator("workers_abroad", "workers per year", .moreIsBetter),
    TargetIndicator("trained_labour", "percent of workers", .moreIsBetter),
  ]

  private static let householdServices: [TargetIndicator] = [
    TargetIndicator("forest_cover", "percent of natural area", .moreIsBetter, .forestCover),
    TargetIndicator("electricity", "percent of households", .moreIsBetter),
    TargetIndicator("hygienic_water", "percent of households", .moreIsBetter),
    TargetIndicator(
      "village_hardened_road", "percent of villages", .moreIsBetter, .hardenedRoads),
  ]

  private static let schools: [TargetIndicator] = [
    TargetIndicator("schools_kindergarten", "percent of schools", .moreIsBetter),
    TargetIndicator("schools_primary", "percent of schools", .moreIsBetter),
    TargetIndicator("schools_lower_secondary", "percent of schools", .moreIsBetter),
    TargetIndicator("schools_upper_secondary", "percent of schools", .moreIsBetter),
    TargetIndicator("solid_buildings", "percent", .moreIsBetter),
    TargetIndicator("preschool_age5", "percent of children", .moreIsBetter),
    TargetIndicator("enrol_primary", "percent of children", .moreIsBetter),
    TargetIndicator("enrol_lower_secondary", "percent of children", .moreIsBetter),
    TargetIndicator("enrol_upper_secondary", "percent of children", .moreIsBetter),
    TargetIndicator("literacy", "percent of people", .moreIsBetter),
  ]

  private static let health: [TargetIndicator] = [
    TargetIndicator("health_standard", "percent of communes", .moreIsBetter),
    TargetIndicator("child_malnutrition", "percent of children", .lessIsBetter),
    TargetIndicator("health_insurance", "percent of people", .moreIsBetter),
  ]

  private static let villagesAndCommunes: [TargetIndicator] = [
    TargetIndicator("new_rural_communes_added", "communes", .moreIsBetter, .addedUnits),
    TargetIndicator("culture_house_communes", "percent of communes", .moreIsBetter),
    TargetIndicator("community_house_villages", "percent of villages", .moreIsBetter),
    TargetIndicator("defence_strong", "percent of communes", .moreIsBetter),
    TargetIndicator("defence_comprehensive", "percent of communes", .moreIsBetter),
    TargetIndicator("townships", "districts", .moreIsBetter),
  ]

  private static let people: [TargetIndicator] = [
    TargetIndicator("commune_leaders_degree", "percent", .moreIsBetter),
    TargetIndicator("commune_officials_degree", "percent", .moreIsBetter),
    TargetIndicator("district_officials_standard", "percent", .moreIsBetter),
  ]
}
