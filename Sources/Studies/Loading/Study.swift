internal import GeoModel
internal import Plan

/// A plan with its units and villages in place: what every subject starts from.
struct Study {
  /// A level of units, in the order of the plan.
  struct Level {
    /// The level's name.
    var name: String
    /// The units in the order of their codes; those without a code last.
    var units: [AdministrativeUnit]
    /// The areas of each unit in the source's own system, where that is not longitude and latitude;
    /// parallel to ``units``.
    var nativePolygons: [[Polygon]]?
    /// How they were brought to longitude and latitude; `nil` where nothing moved.
    var placement: Placement?
    /// For each unit the values of the fields by which levels above are dissolved, by field.
    var attributes: [String: [String?]]
    /// Whether the units have their outlines and areas. A level that is dissolved from another and
    /// that a command does not show has codes, names and members only.
    var isOutlined = true
  }

  let plan: Plan
  let ledger: SourceLedger
  /// What of the forest has been read.
  let forestMemory = ForestMemory()
  /// The levels, the largest first.
  var levels: [Level]
  /// How to read the outlines of the finest level, where it comes without them.
  var streamed: StreamedOutlines?
  /// The villages in the order of their codes; `nil` where the plan names none.
  var villages: [Village]?
  /// For each village the code of the unit of the finest level that holds its position.
  var villageContainers: [String?] = []
  /// What is wrong with units and villages.
  var findings: [Finding] = []
  /// The plan's tables, in its order, where they were read along with the units.
  var tables: [PreparedTable]?
  /// The roads as a network, or why there is none, where it was made along with the units.
  var network: Result<LoadedNetwork, StudyError>?

  /// What tells each village from all others, parallel to ``villages``: its code, and where it has
  /// none or another village has the same, its number in the source too (`#3`, `A#3`). The same from
  /// run to run as long as the source's features keep their numbers.
  var villageKeys: [String] {
    let villages = villages ?? []
    var holders: [String: Int] = [:]
    for village in villages { holders[village.label, default: 0] += 1 }
    return villages.map { village in
      holders[village.label] == 1 ? village.label : village.label + village.sourceFeature
    }
  }

  /// The finest level.
  var finest: Level { levels[levels.count - 1] }

  /// The level called `name`; the first where `name` is `nil`.
  func level(named name: String?) throws(StudyError) -> Level {
    guard let name else { return levels[0] }
    guard let level = levels.first(where: { $0.name == name }) else {
      let known = levels.map(\.name)
      let nearest = NameSuggestion.nearest(to: name, among: known)
      throw .usage(
        "--by \(name): the plan has no such level; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))"))
    }
    return level
  }
}
