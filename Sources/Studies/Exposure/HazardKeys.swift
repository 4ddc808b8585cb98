/// What hazards and their classes are called in the names of properties.
struct HazardKeys: Sendable {
  /// One for each hazard: `steep_ground`.
  let hazards: [String]
  /// For each hazard one for each class: `flood_2`, `flood_no_class`.
  let classes: [[String]]

  init(_ hazards: [StudyHazard]) {
    var taken: Set<String> = []
    func unique(_ name: String) -> String {
      var key = name
      var number = 2
      while !taken.insert(key).inserted {
        key = "\(name)_\(number)"
        number += 1
      }
      return key
    }
    var keys: [String] = []
    var classes: [[String]] = []
    for hazard in hazards {
      let key = unique(Self.snake(hazard.name))
      keys.append(key)
      classes.append(
        hazard.classNames.map { unique("\(key)_\($0.map(Self.snake) ?? "no_class")") })
    }
    self.hazards = keys
    self.classes = classes
  }

  /// `steep-ground` → `steep_ground`: letters of any language and digits stay.
  static func snake(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
