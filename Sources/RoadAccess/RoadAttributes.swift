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
  /// Whether each line is a bridge.
  public internal(set) var bridges: [Bool] = []
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

  /// A number for each line, equal for lines of the same class and surface.
  var kinds: [Int32] {
    let surfaceCount = Int32(surfaceNames.count + 1)
    return classes.indices.map { (classes[$0] + 1) * surfaceCount + surfaces[$0] + 1 }
  }

  /// What settles the surface of each line.
  func bases(by rules: RoadRules) -> [SurfaceBasis] {
    var known: [Int64: SurfaceBasis] = [:]
    return classes.indices.map { line in
      let key = Int64(classes[line]) << 32 | Int64(surfaces[line] + 1)
      if let basis = known[key] { return basis }
      let basis = rules.basis(roadClass: className(line), surface: surfaceName(line))
      known[key] = basis
      return basis
    }
  }
}
