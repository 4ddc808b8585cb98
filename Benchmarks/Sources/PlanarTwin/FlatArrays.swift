import Foundation
import GeoModel

/// The workload as bare numbers, as `Workload/flatten.py` writes it.
struct FlatArrays {
  let folder: URL

  /// The numbers of a file.
  func numbers<Number>(_ name: String, as type: Number.Type) throws -> [Number] {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return bytes.withUnsafeBytes { Array($0.bindMemory(to: Number.self)) }
  }

  /// The positions of each geometry.
  func geometries(_ name: String) throws -> [[Coordinate]] {
    let positions = try numbers("\(name).xy", as: Double.self)
    let starts = try numbers("\(name).starts", as: Int32.self)
    return zip(starts, starts.dropFirst()).map { start, end in
      (Int(start)..<Int(end)).map {
        Coordinate(x: positions[2 * $0], y: positions[2 * $0 + 1])
      }
    }
  }
}
