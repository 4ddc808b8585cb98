import GeoAlgorithms
import GeoModel
import RoadAccess

/// A network as it is drawn in text, a hundred metres a character.
///
/// `+` is a junction or bend; a lower-case letter a village, the upper-case letter the centre of
/// its unit, both on the road or beside it. Runs of one of these characters between two such
/// places, from west to east or from north to south, are roads:
///
///     = #   hardened                  - |   unhardened, of a class open in all seasons
///     ~ :   surface unknown           . !   unhardened track, not all-season
///
/// The drawing lies on the equator and around it, where a hundred metres are a fixed share of a
/// degree to better than a millimetre.
struct Drawing {
  var roads = RoadTable()
  var villages: [(name: Character, village: NetworkVillage)] = []
  var centres: [(name: Character, centre: NetworkCentre)] = []

  static let kinds: [Character: (roadClass: String, surface: String?)] = [
    "=": ("road", "asphalt"), "#": ("road", "asphalt"), "-": ("road", "dirt"),
    "|": ("road", "dirt"), "~": ("road", nil), ":": ("road", nil), ".": ("track", "dirt"),
    "!": ("track", "dirt"),
  ]

  /// The place of a character.
  static func place(_ column: Int, _ row: Int) -> Coordinate {
    Coordinate(
      x: Double(column) * 100 / 111_319.490_793_273_58,
      y: Double(-row) * 100 / 110_574.275_821_594_36)
  }

  init(_ text: String) {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    func at(_ column: Int, _ row: Int) -> Character {
      row < rows.count && column < rows[row].count ? rows[row][column] : " "
    }
    func isPlace(_ character: Character) -> Bool { character == "+" || character.isLetter }
    for row in rows.indices {
      for column in rows[row].indices {
        let here = at(column, row)
        guard isPlace(here) else { continue }
        if here.isLetter { add(here, Self.place(column, row)) }
        for (kinds, dx, dy) in [("=-~.", 1, 0), ("#|:!", 0, 1)] {
          let kind = at(column + dx, row + dy)
          guard kinds.contains(kind), let road = Self.kinds[kind] else { continue }
          var length = 1
          while at(column + dx * length, row + dy * length) == kind { length += 1 }
          guard isPlace(at(column + dx * length, row + dy * length)) else { continue }
          roads.append(
            [Self.place(column, row), Self.place(column + dx * length, row + dy * length)],
            feature: roads.count, roadClass: road.roadClass, surface: road.surface)
        }
      }
    }
  }

  private mutating func add(_ letter: Character, _ place: Coordinate) {
    let unit = Int(letter.lowercased().unicodeScalars.first?.value ?? 97) - 97
    if letter.isLowercase {
      villages.append((letter, NetworkVillage(position: place, unit: unit)))
    } else {
      centres.append((letter, NetworkCentre(position: place, unit: unit)))
    }
  }

  static func rules(
    join: LineJoin = .vertices, snap: RoadRules.Snap = .nearest, snapLimit: Double = 250
  ) -> RoadRules {
    RoadRules(
      hardened: ["asphalt"], unhardened: ["dirt"], notAllSeason: ["track"],
      join: join, snap: snap, snapLimit: snapLimit)
  }

  /// What is found for each village, a line each.
  func answers(_ rules: RoadRules = rules()) -> String {
    let network = AccessNetwork(
      RoadNetwork(roads, rules: rules), villages: villages.map(\.village),
      centres: centres.map(\.centre))
    return zip(villages, network.assess()).map { village, access in
      "\(village.name): \(Self.text(access))"
    }.joined(separator: "\n")
  }

  static func text(_ access: VillageAccess) -> String {
    func metres(_ value: Double?) -> String { value.map { "\(Int($0.rounded()))" } ?? "null" }
    return "car \(access.car), all-season \(access.allSeason), hardened \(access.hardened), "
      + "path \(metres(access.path)), gap \(metres(access.gap)), "
      + "unknown \(metres(access.unknown)), snap \(metres(access.snap))"
      + (access.reason.map { ", \($0.rawValue)" } ?? "")
  }
}
