/// How fast classes of road are taken where the plan names no speed of their own.
///
/// The program's own assumptions for mountain roads, no norm's: each use is counted in run.json. The
/// classes are those of OpenStreetMap. A class that stands nowhere is walked like open ground.
enum DefaultSpeeds {
  /// The classes that are walked, on a path.
  static let paths: Set<String> = [
    "bridleway", "cycleway", "footway", "path", "pedestrian", "steps",
  ]

  /// The speed of a class in **km/h**.
  static let kilometresPerHour: [String: Double] = [
    "motorway": 80, "motorway_link": 40, "trunk": 60, "trunk_link": 40, "primary": 50,
    "primary_link": 40, "secondary": 40, "secondary_link": 30, "tertiary": 30, "tertiary_link": 30,
    "unclassified": 20, "residential": 20, "living_street": 10, "road": 20, "service": 15,
    "track": 10,
  ]
}
