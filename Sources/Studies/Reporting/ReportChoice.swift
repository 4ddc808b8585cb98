internal import GeoModel
internal import Publishing

/// Which features of a layer a page shows, where it cannot show all: it says how many of how many.
struct ReportChoice {
  /// The most units of a level, and rows of a table without a place.
  static let mostUnits = 1500
  /// The most villages.
  static let mostVillages = 3000
  /// The most lines and areas that are no units.
  static let mostShapes = 400

  /// The features that are shown, in their order; `nil` where all are.
  let kept: [Int]?
  /// Which these are, as a key of the page's words.
  let key: String

  init(of layer: Layer) {
    let all = Array(layer.features.indices)
    func answers(_ name: String, _ index: Int) -> Bool {
      if case .text(let text)? = layer.features[index][name] { text != "yes" } else { false }
    }
    func isExposed(_ index: Int) -> Bool {
      if case .text(let text)? = layer.features[index]["exposed"] { text != "no" } else { false }
    }
    func receives(_ index: Int) -> Bool {
      if case .integer(let count)? = layer.features[index]["received_households"] {
        count > 0
      } else {
        false
      }
    }
    let most: Int
    let first: (Int) -> Bool
    switch layer.name {
    case "villages", "resettlement-villages", "join-village", "travel-times":
      (most, key) = (Self.mostVillages, "shown_villages")
      first = { answers("hardened", $0) || isExposed($0) }
    case "resettlement-sites":
      (most, key) = (Self.mostShapes, "shown_sites")
      first = receives
    case _ where layer.features.first?.geometry?.polygons.isEmpty == false:
      (most, key) = (Self.mostUnits, "shown_first")
      first = { _ in false }
    case _ where layer.features.contains { $0.geometry != nil } && layer.name != "targets":
      (most, key) = (Self.mostShapes, "shown_first")
      first = { _ in false }
    default:
      (most, key) = (Self.mostUnits, "shown_first")
      first = { _ in false }
    }
    guard all.count > most else {
      kept = nil
      return
    }
    let chosen = all.filter(first) + all.filter { !first($0) }
    kept = chosen.prefix(most).sorted()
  }
}
