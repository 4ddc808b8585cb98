/// What the source says of each line of the roads; parallel arrays, texts kept once.
public struct RoadAttributes: Sendable {
  /// The feature of the source that each line is a part of, as the caller numbers them.
  public internal(set) var features: [Int32] = []
  /// The class of each line, an index of ``classNames``; −1 where the source gives none.
  public internal(set) var classes: [Int32] = []
  /// The texts of the classes, in the order of their first line.
  public internal(set) var classNames: [String] = []
  /// The surface of each line, an index of ``surfaceNames``; −1 where the source gives none.
  public internal(set) var surfaces: [Int32] = []
  /// The texts of the surfaces, in the order of their first line.
  public internal(set) var surfaceNames: [String] = []
  /// What another field says of the surface of each line, an index of ``evidence``; −1 for nothing.
  public internal(set) var evidenceNumbers: [Int32] = []
  /// What other fields say, in the order of their first line.
  public internal(set) var evidence: [RoadEvidence] = []
  /// Whether each line is a bridge.
  public internal(set) var bridges: [Bool] = []
  /// Whether each line is open one way only, from its first position to its last.
  public internal(set) var oneWays: [Bool] = []
  /// A number for each line, equal for lines with the same bridge, tunnel and layer.
  public internal(set) var grades: [Int32] = []

  init() {}

  /// The class of a line as text; `nil` where the source gives none.
  public func className(_ line: Int) -> String? {
    classes[line] < 0 ? nil : classNames[Int(classes[line])]
  }

  /// The surface of a line as text; `nil` where the source gives none.
  public func surfaceName(_ line: Int) -> String? {
    surfaces[line] < 0 ? nil : surfaceNames[Int(surfaces[line])]
  }

  /// A number for each line, equal for lines of the same class, surface and evidence of it.
  var kinds: [Int32] {
    let surfaceCount = Int32(surfaceNames.count + 1)
    let evidenceCount = Int32(evidence.count + 1)
    return classes.indices.map {
      ((classes[$0] + 1) * surfaceCount + surfaces[$0] + 1) * evidenceCount + evidenceNumbers[$0]
        + 1
    }
  }

  /// What another field says of the surface of a line.
  func evidence(_ line: Int) -> RoadEvidence? {
    evidenceNumbers[line] < 0 ? nil : evidence[Int(evidenceNumbers[line])]
  }

  /// What settles the surface of each line.
  func bases(by rules: RoadRules) -> [SurfaceBasis] {
    var known: [Int32: SurfaceBasis] = [:]
    let kinds = kinds
    return classes.indices.map { line in
      if let basis = known[kinds[line]] { return basis }
      let basis = rules.basis(
        roadClass: className(line), surface: surfaceName(line), evidence: evidence(line))
      known[kinds[line]] = basis
      return basis
    }
  }
}
