/// The keys of one kind of mapping in a plan. The JSON Schema has a definition of the same name with
/// the same properties, which a test holds it to.
struct KeyTable {
  /// The name of the definition in the schema.
  let name: String
  /// All keys, in the order in which they are documented.
  let keys: [String]
  /// The keys without which the mapping makes no sense.
  let required: [String]
  /// The key by whose value an item of a list is called in messages.
  let label: String?
  /// What to do where a required key is missing, by key.
  let remedies: [String: String]

  init(
    _ name: String, _ keys: [String], required: [String] = [], label: String? = nil,
    remedies: [String: String] = [:]
  ) {
    precondition(Set(keys).isSuperset(of: required) && Set(keys).count == keys.count)
    self.remedies = remedies
    self.name = name
    self.keys = keys
    self.required = required
    self.label = label
  }
}

extension KeyTable {
  /// The keys of any source.
  static let sourceKeys = [
    "source", "layer", "where", "x", "y", "crs", "crs_override", "encoding", "numbers",
  ]
  private static let forestKeys = ["classes", "threshold", "types", "canopy"]

  static let plan = KeyTable(
    "plan",
    [
      "upland", "title", "language", "vintage", "units", "villages", "centres", "services",
      "roads", "population", "forest", "elevation", "terrain", "accessibility", "hazards",
      "resettlement", "overlays", "indicators", "crosswalk", "earlier_units", "classifications",
      "measured", "targets",
    ], required: ["upland", "units"],
    remedies: [
      "upland": "begin the plan with 'upland: 1'", "units": "name at least one level of units",
    ])
  static let source = KeyTable("source", sourceKeys, required: ["source"])

  static let unitSource = KeyTable(
    "unit_source",
    ["level"] + sourceKeys + ["code", "name", "full_name", "parent", "declared_area"],
    required: ["level", "source", "code"], label: "level",
    remedies: ["code": "name the field that holds each unit's code"])
  static let unitDissolve = KeyTable(
    "unit_dissolve", ["level", "dissolve", "by", "name"], required: ["level", "dissolve", "by"],
    label: "level")
  /// A level that does not say where its units come from; read as one with a source.
  static let unitWithoutOrigin = KeyTable(
    "unit_source", unitSource.keys + ["dissolve", "by"], required: ["level", "source"],
    label: "level", remedies: ["source": "name a source, or 'dissolve' with the level below"])
  static let declaredArea = KeyTable(
    "declared_area", ["field", "unit"], required: ["field", "unit"])

  static let villages = KeyTable(
    "villages",
    sourceKeys + ["code", "name", "unit", "households", "population", "radius_m", "shape"],
    required: ["source"])
  static let centres = KeyTable(
    "centres", ["level"] + sourceKeys + ["unit", "name"], required: ["level", "source"])

  static let service = KeyTable(
    "service", ["name"] + sourceKeys, required: ["name", "source"], label: "name")

  static let roads = KeyTable(
    "roads",
    sourceKeys + [
      "class", "surface", "bridge", "tunnel", "layer_field", "oneway", "access", "hardened",
      "unhardened", "assume", "not_all_season", "join", "snap", "snap_limit_m", "tolerance_m",
      "rural_access_m", "join_near_misses", "closed", "surface_from", "speeds_kmh", "costs",
    ], required: ["source"])
  static let surfaceFrom = KeyTable(
    "surface_from", ["field", "hardened", "unhardened"], required: ["field"])
  static let assume = KeyTable("assume", ["hardened", "unhardened"])
  static let cost = KeyTable(
    "cost", ["class", "surface", "slope_pct", "bridge", "per_km"], required: ["per_km"])
  static let range = KeyTable("range", ["at_least", "at_most"])

  static let population = KeyTable(
    "population", sourceKeys + ["kind", "urban"], required: ["source", "kind"],
    remedies: ["kind": "'count' for people a cell, 'density' for people a km²"])

  static let forest = KeyTable(
    "forest",
    ["rule"] + sourceKeys + forestKeys
      + [
        "water_classes", "min_patch_ha", "connectivity", "min_known_pct", "years", "functions",
        "restoration",
      ],
    required: ["rule"],
    remedies: ["rule": "name the rule, it is printed beside every figure"])
  static let forestYear = KeyTable(
    "forest_year", ["year"] + sourceKeys + forestKeys, required: ["year", "source"], label: "year")
  static let forestFunctions = KeyTable(
    "forest_functions", ["function"] + sourceKeys + ["field", "table"], required: ["source"],
    label: "function")
  static let forestThreshold = KeyTable("forest_threshold", ["min"], required: ["min"])
  static let forestTypes = KeyTable(
    "forest_types", ["field", "table", "function", "height"], required: ["field", "table"])
  static let forestFunction = KeyTable(
    "forest_function", ["field", "table"], required: ["field", "table"])
  static let restoration = KeyTable(
    "restoration", ["bare_classes", "min_site_ha", "slope_pct", "road_m", "years_to_forest"])

  static let accessibility = KeyTable(
    "accessibility", ["to", "barriers", "minutes", "off_path_factor", "margin_km", "friction"])

  static let terrain = KeyTable("terrain", ["slope_pct", "elevation_m"])

  static let hazard = KeyTable(
    "hazard",
    ["name"] + sourceKeys + ["class", "threshold", "from", "at_least_pct", "within_m"],
    required: ["name"], label: "name")
  static let hazardThreshold = KeyTable("hazard_threshold", ["min", "max"])
  static let overlay = KeyTable(
    "overlay", ["name"] + sourceKeys, required: ["name", "source"], label: "name")
}

extension KeyTable {
  static let resettlement = KeyTable(
    "resettlement",
    [
      "exposure", "sites", "hosts", "concentrated", "max_move_km", "keep_together", "prefer",
      "households_per_village", "in_place", "cost_per_household_km", "gap_pct", "sensitivity",
    ])
  static let inPlace = KeyTable(
    "in_place", ["greatest_share_pct"], required: ["greatest_share_pct"])
  static let sensitivity = KeyTable("sensitivity", ["draws", "seed", "top"])
  static let exposure = KeyTable("exposure", ["hazards", "within_m", "least_share_pct"])
  static let sites = KeyTable(
    "sites",
    [
      "constraints", "criteria", "pairwise", "min_site_ha", "m2_per_household", "cell_m",
      "connectivity", "owa_exponent", "accept_inconsistent",
    ])
  static let constraint = KeyTable(
    "constraint",
    [
      "name", "slope_pct", "elevation_m", "inside", "outside", "distance_to", "at_least_m",
      "at_most_m",
    ], label: "name")
  static let criterion = KeyTable(
    "criterion",
    [
      "name", "slope_pct", "elevation_m", "inside", "outside", "distance_to", "best", "worst",
      "best_m", "worst_m", "weight", "shape", "points",
    ], required: ["name"], label: "name")
  static let hosts = KeyTable("hosts", ["room", "share_pct"])
  static let concentrated = KeyTable("concentrated", ["least", "greatest", "opening_cost"])
  static let prefer = KeyTable("prefer", ["same_unit", "same_field", "site_score"])

  static let indicator = KeyTable(
    "indicator",
    ["name"] + sourceKeys + [
      "level", "key", "match", "unit_name", "vintage", "scope", "names", "columns",
    ],
    required: ["name", "source", "level", "columns"], label: "name")
  static let column = KeyTable(
    "column", ["field", "part", "kind", "unit", "of", "indicator", "year"], required: ["kind"])

  static let crosswalk = KeyTable(
    "crosswalk", sourceKeys + ["from", "to", "type", "weight", "unlisted"],
    required: ["source", "from", "to"])
  static let crosswalkSide = KeyTable(
    "crosswalk_side", ["vintage", "code", "name"], required: ["vintage", "code"])
  static let earlierUnits = KeyTable(
    "earlier_units", ["level"] + sourceKeys + ["vintage", "code", "name"],
    required: ["level", "source", "vintage", "code"],
    remedies: ["vintage": "say from which day these boundaries were valid"])

  static let classification = KeyTable(
    "classification", ["name", "level", "rule", "date", "inputs", "base", "indicator"],
    required: ["name", "level", "rule"], label: "name")
  static let classificationInputs = KeyTable(
    "classification_inputs", ClassificationDefinition.Input.Name.allCases.map(\.rawValue))
  static let classificationBase = KeyTable(
    "classification_base",
    sourceKeys + [
      "year", "vintage", "key", "field", "yes_values", "no_values", "unlisted", "became", "rule",
    ], required: ["source", "year", "key"])
  static let measured = KeyTable(
    "measured", ["indicator", "year", "value", "from"], required: ["indicator", "year", "value"],
    label: "indicator")

  /// How a target compares.
  static let comparators = [
    "at_least", "at_most", "more_than", "less_than", "equal", "about", "range", "baseline",
  ]
  static let target = KeyTable(
    "target", ["indicator", "year"] + comparators + ["level"], required: ["indicator", "year"],
    label: "indicator")
  static let targetRange = KeyTable("target_range", ["low", "high"], required: ["low", "high"])

  /// Every table.
  static let all = [
    plan, source, unitSource, unitDissolve, declaredArea, villages, centres, service, roads, assume,
    surfaceFrom, cost, range, population, forest, forestYear, forestFunctions, forestThreshold,
    forestTypes, forestFunction, restoration, terrain, accessibility,
    hazard, hazardThreshold, overlay, resettlement, exposure, sites, constraint, criterion, hosts,
    concentrated, prefer, inPlace, sensitivity,
    indicator, column, crosswalk, crosswalkSide, earlierUnits, classification,
    classificationInputs, classificationBase, measured, target, targetRange,
  ]
}
