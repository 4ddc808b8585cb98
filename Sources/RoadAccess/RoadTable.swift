public import GeoAlgorithms
public import GeoModel

/// The roads as they were read: lines in longitude and latitude, and what the source says of each.
///
/// Texts are kept once; a million roads have a dozen classes.
public struct RoadTable: Sendable {
  /// The lines, in the order in which they were added.
  public internal(set) var lines = PolylineSet()
  /// What the source says of each line.
  public internal(set) var attributes = RoadAttributes()

  private var classNumbers: [String: Int32] = [:]
  private var surfaceNumbers: [String: Int32] = [:]
  private var evidenceNumbers: [RoadEvidence: Int32] = [:]
  private var gradeNumbers: [Grade: Int32] = [:]
  private var lastGrade: (grade: Grade, number: Int32)?

  private struct Grade: Hashable, Sendable {
    let isBridge: Bool
    let isTunnel: Bool
    let layer: String
  }

  /// Makes a table without roads.
  public init() {}

  /// The number of lines.
  public var count: Int { lines.count }

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - line: its positions in longitude and latitude; short or broken ones are told of by noding.
  ///   - feature: the caller's number of the feature; a feature of several lines is added in parts.
  ///   - roadClass: the class, OpenStreetMap's `highway`; nothing or empty where it is not known.
  ///   - surface: the surface; nothing or empty where it is not known.
  ///   - evidence: what another field says of the surface; nothing where none does.
  ///   - bridge: anything but nothing, empty, `no`, `0` or `false` is a bridge.
  ///   - tunnel: the same for a tunnel.
  ///   - layer: the layer as text; nothing, empty and `0` are the same.
  ///   - direction: which way the road is open; a road that is open backwards only is kept reversed.
  public mutating func append(
    _ line: some Sequence<Coordinate>, feature: Int, roadClass: String?, surface: String?,
    evidence: RoadEvidence? = nil, bridge: String? = nil, tunnel: String? = nil,
    layer: String? = nil, direction: RoadDirection = .both
  ) {
    if direction == .backward { lines.append(line.reversed()) } else { lines.append(line) }
    attributes.oneWays.append(direction != .both)
    attributes.features.append(Int32(feature))
    attributes.classes.append(
      Self.number(of: roadClass, &classNumbers, &attributes.classNames))
    attributes.surfaces.append(
      Self.number(of: surface, &surfaceNumbers, &attributes.surfaceNames))
    let evidenceNumber = evidence.map { self.number(of: $0) } ?? -1
    attributes.evidenceNumbers.append(evidenceNumber)
    attributes.bridges.append(Self.isSet(bridge))
    let grade = Grade(
      isBridge: Self.isSet(bridge), isTunnel: Self.isSet(tunnel),
      layer: layer.flatMap { $0.isEmpty ? nil : $0 } ?? "0")
    // Most roads lie on the ground, so the grade is nearly always the last one.
    if grade != lastGrade?.grade {
      let number = gradeNumbers[grade] ?? Int32(gradeNumbers.count)
      gradeNumbers[grade] = number
      lastGrade = (grade, number)
    }
    attributes.grades.append(lastGrade?.number ?? 0)
  }

  private mutating func number(of evidence: RoadEvidence) -> Int32 {
    if let number = evidenceNumbers[evidence] { return number }
    let number = Int32(attributes.evidence.count)
    evidenceNumbers[evidence] = number
    attributes.evidence.append(evidence)
    return number
  }

  private static func number(
    of text: String?, _ numbers: inout [String: Int32], _ names: inout [String]
  ) -> Int32 {
    guard let text, !text.isEmpty else { return -1 }
    // To compare a short text with a few is quicker than to hash it, a million times over.
    if names.count <= 16 {
      if let number = names.firstIndex(of: text) { return Int32(number) }
    } else if let number = numbers[text] {
      return number
    }
    let number = Int32(names.count)
    numbers[text] = number
    names.append(text)
    return number
  }

  private static func isSet(_ text: String?) -> Bool {
    guard let text else { return false }
    return !["", "no", "0", "false"].contains(text)
  }
}
