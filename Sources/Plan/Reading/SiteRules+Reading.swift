extension SiteRules {
  init(reading reader: SectionReader) {
    let criteria = reader.sections("criteria", .criterion)
    self.init(
      constraints: reader.sections("constraints", .constraint)
        .compactMap(SiteConstraint.init(reading:)),
      criteria: criteria.compactMap(SiteCriterion.init(reading:)),
      weighting: Weighting.read(reader, criteria: criteria),
      minimumSiteHectares: reader.number("min_site_ha", .positive),
      squareMetresPerHousehold: reader.number("m2_per_household", .positive),
      cellMetres: reader.number("cell_m", .positive),
      connectivity: reader.connectivity() ?? .four,
      orderExponent: reader.number("owa_exponent", .positive),
      acceptsInconsistency: reader.flag("accept_inconsistent") ?? false)
    if reader.has("accept_inconsistent"), !reader.has("pairwise") {
      reader.report(at: "accept_inconsistent", "'accept_inconsistent' goes with 'pairwise' only")
    }
    var names: Set<String> = []
    for criterion in criteria {
      guard let name = criterion.field("name") else { continue }
      if !names.insert(name.name).inserted {
        reader.context.report(
          name.mark, criterion.path, "the name '\(name.name)' stands twice", "give each its own")
      }
    }
  }
}

extension SiteConstraint {
  init?(reading reader: SectionReader) {
    guard let subject = SiteSubject.read(reader) else { return nil }
    let fit: NumberRange?
    switch subject {
    case .slopePercent: fit = reader.range("slope_pct")
    case .elevationMetres: fit = reader.range("elevation_m")
    case .distance: fit = reader.range(from: "at_least_m", to: "at_most_m")
    case .inside, .outside: fit = nil
    }
    reader.refuse(["at_least_m", "at_most_m"], unless: subject.isDistance, "distance_to")
    if fit == nil, subject.isMeasured { return nil }
    self.init(
      name: reader.text("name") ?? subject.name, subject: subject, fit: fit, mark: reader.mark)
  }
}

extension SiteCriterion {
  init?(reading reader: SectionReader) {
    let name = reader.text("name")
    guard let subject = SiteSubject.read(reader) else { return nil }
    for key in ["slope_pct", "elevation_m"] where reader.flag(key) == false {
      reader.report(at: key, "found 'false'", "write \(key): true, or leave the criterion out")
    }
    reader.refuse(["best_m", "worst_m"], unless: subject.isDistance, "distance_to")
    reader.refuse(
      ["best", "worst"], unless: subject.isMeasured && !subject.isDistance,
      "slope_pct' or 'elevation_m")
    reader.refuse(
      ["shape", "points"], unless: subject.isMeasured, "slope_pct', 'elevation_m' or 'distance_to")
    guard subject.isMeasured else {
      guard let name else { return nil }
      self.init(name: name, subject: subject, best: 1, worst: 0, mark: reader.mark)
      return
    }
    let keys = subject.isDistance ? ("best_m", "worst_m") : ("best", "worst")
    if reader.has("points") {
      for key in [keys.0, keys.1, "shape"] where reader.has(key) {
        reader.report(at: key, "'\(key)' and 'points' say the scores in two ways", "keep one")
      }
      guard let name, let points = reader.scorePoints("points") else { return nil }
      self.init(
        name: name, subject: subject, best: 0, worst: 0, shape: .points(points), mark: reader.mark)
      return
    }
    let curve = reader.choice("shape", of: CriterionCurve.self) ?? .linear
    for key in [keys.0, keys.1] where !reader.has(key) {
      reader.context.report(reader.mark, reader.path, "the key '\(key)' is missing")
    }
    let rule: NumberRule = subject == .elevationMetres ? .any : .notNegative
    let (best, worst) = (reader.number(keys.0, rule), reader.number(keys.1, rule))
    guard let name, let best, let worst else { return nil }
    if best == worst {
      let both = SectionReader.plain(best)
      reader.report(
        at: keys.1, "best and worst are both \(both)", "give two different values")
    }
    self.init(
      name: name, subject: subject, best: best, worst: worst,
      shape: curve == .sigmoid ? .sigmoid : .linear, mark: reader.mark)
  }
}

/// The curves between worst and best, as the plan calls them.
private enum CriterionCurve: String, CaseIterable {
  case linear, sigmoid
}

extension SectionReader {
  /// Pairs of a value and its score, the values ascending, the scores from 0 to 1.
  fileprivate func scorePoints(_ key: String) -> [SiteCriterion.Point]? {
    guard let value = value(key) else { return nil }
    guard case .list(let items) = value.content else {
      reject(key, value, meant: "a list of pairs like [[0, 1], [2000, 0]]")
      return nil
    }
    var points: [SiteCriterion.Point] = []
    for item in items {
      guard case .list(let pair) = item.content, pair.count == 2 else {
        reject(key, item, meant: "a pair of a value and its score")
        return nil
      }
      guard let place = number(pair[0], key, .any), let score = number(pair[1], key, .share) else {
        return nil
      }
      points.append(SiteCriterion.Point(value: place, score: score))
    }
    guard points.count >= 2, zip(points, points.dropFirst()).allSatisfy({ $0.value < $1.value })
    else {
      context.report(
        value.mark, path(key), "the values of the points must ascend", "give two points or more")
      return nil
    }
    return points
  }
}

extension SectionReader {
  /// Reports keys that go with another subject only.
  func refuse(_ keys: [String], unless fits: Bool, _ subject: String) {
    for key in keys where !fits && has(key) {
      report(at: key, "'\(key)' goes with '\(subject)' only")
    }
  }
}
