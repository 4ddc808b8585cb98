import GEOSKit
public import GeoAlgorithms
public import GeoModel

/// The zones of a hazard, made so that ground counts once: once for each class that claims it, and once
/// for the hazard.
///
/// Zones of one class that overlap are united. Where zones of different classes overlap, their ground is
/// united once more for the hazard as a whole; where none do, the hazard is the sum of its classes.
/// Areas are geodesic. Immutable, for any number of workers.
///
/// The method: Docs/methods/exposure.md.
public struct HazardZones: Sendable {
  /// The names of the classes, ascending; `nil`, last, for zones without one.
  public let classNames: [String?]
  /// The ground of the hazard, every piece once.
  public var ground: [Polygon] { parts.filter(\.countsForAll).flatMap(\.polygons) + joint.polygons }
  /// The box of all zones; empty where there is none.
  public var boundingBox: BoundingBox { tree.extent }
  /// The number of zones that were united with others of their class.
  public let unitedCount: Int

  private let parts: [Part]
  private let tree: PackedRTree
  /// The ground of the zones that overlap others of another class.
  private let joint: Joint

  private struct Part: Sendable {
    let polygons: [Polygon]
    let outline: OverlapOutline
    let classIndex: Int
    /// Whether what it takes may be added to what the others take.
    let countsForAll: Bool
  }

  private struct Joint: Sendable {
    var polygons: [Polygon] = []
    var outlines: [OverlapOutline] = []
    var tree = PackedRTree([])
  }

  /// Settles which zones are united.
  ///
  /// - Parameters:
  ///   - survey: the zones.
  ///   - outlines: the outline of each.
  ///   - overlaps: for each the later ones that it overlaps (``ZoneSurvey/overlaps(of:outlines:tree:memory:)``).
  /// - Throws: what GEOS says of zones that are not valid.
  public init(
    _ survey: ZoneSurvey, outlines: [OverlapOutline], overlaps: [[Int]]
  ) throws {
    classNames = survey.classNames
    let count = survey.zones.count
    var same = DisjointSets(count: count)
    var mixed = DisjointSets(count: count)
    var isMixed = [Bool](repeating: false, count: count)
    for (zone, others) in overlaps.enumerated() {
      for other in others {
        mixed.unite(Int32(zone), Int32(other))
        if survey.classes[zone] == survey.classes[other] {
          same.unite(Int32(zone), Int32(other))
        } else {
          isMixed[zone] = true
          isMixed[other] = true
        }
      }
    }
    let (mixedLabels, mixedCount) = mixed.labels()
    var holdsClasses = [Bool](repeating: false, count: mixedCount)
    for zone in 0..<count where isMixed[zone] { holdsClasses[Int(mixedLabels[zone])] = true }
    let (labels, groupCount) = same.labels()
    var groups = [[Int]](repeating: [], count: groupCount)
    for zone in 0..<count { groups[Int(labels[zone])].append(zone) }
    var parts: [Part] = []
    var united = 0
    for group in groups {
      let countsForAll = !holdsClasses[Int(mixedLabels[group[0]])]
      let single = [survey.zones[group[0]].polygon]
      var polygons = single
      if group.count > 1 {
        polygons = try Overlay.union(group.map { survey.zones[$0].polygon })
        united += group.count
      }
      parts.append(
        Part(
          polygons: polygons,
          outline: group.count > 1 ? OverlapOutline(polygons) : outlines[group[0]],
          classIndex: survey.classes[group[0]], countsForAll: countsForAll))
    }
    self.parts = parts
    unitedCount = united
    tree = PackedRTree(parts.map(\.outline.boundingBox))
    var joint = Joint()
    joint.polygons = try Overlay.union(parts.filter { !$0.countsForAll }.flatMap(\.polygons))
    joint.outlines = joint.polygons.map { OverlapOutline([$0]) }
    joint.tree = PackedRTree(joint.outlines.map(\.boundingBox))
    self.joint = joint
  }

  /// The zones of one worker, for few of them.
  public init(_ zones: [HazardZone]) throws {
    let survey = ZoneSurvey(zones)
    let outlines = survey.zones.indices.map(survey.outline)
    let tree = PackedRTree(outlines.map(\.boundingBox))
    var memory = AreaOverlap()
    var overlaps: [[Int]] = []
    for zone in outlines.indices {
      overlaps.append(
        try survey.overlaps(of: zone, outlines: outlines, tree: tree, memory: &memory))
    }
    try self.init(survey, outlines: outlines, overlaps: overlaps)
  }

  /// What the hazard takes of some ground (valid; longitude and latitude); its outline is that of
  /// `polygons`.
  ///
  /// - Throws: what GEOS says of areas that touch and are not valid.
  /// - Complexity: O(log n) and an `AreaOverlap` for each zone near; an overlay where outlines touch.
  public func measure(
    _ outline: OverlapOutline, polygons: [Polygon], memory: inout AreaOverlap
  ) throws -> HazardMeasure {
    var measure = HazardMeasure(classes: [Double](repeating: 0, count: classNames.count))
    for index in tree.items(meeting: outline.boundingBox) {
      let part = parts[index]
      let area = try Self.common(outline, polygons, part.outline, part.polygons, &memory)
      measure.classes[part.classIndex] += area
      if part.countsForAll { measure.area += area }
    }
    for index in joint.tree.items(meeting: outline.boundingBox) {
      measure.area += try Self.common(
        outline, polygons, joint.outlines[index], [joint.polygons[index]], &memory)
    }
    return measure
  }

  private static func common(
    _ outline: OverlapOutline, _ polygons: [Polygon], _ other: OverlapOutline,
    _ others: [Polygon], _ memory: inout AreaOverlap
  ) throws -> Double {
    if let area = memory.area(outline, other) { return area }
    return EdgeArea.area(of: try Overlay.intersection(polygons, others))
  }
}
