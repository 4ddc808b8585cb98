internal import Cartography
internal import GeoModel

/// A map with what it was made of, for the pages of an atlas.
struct DrawnMap {
  let document: MapDocument
  let ground: MapGround
  /// The layer that is drawn; `nil` where units are all there is.
  let layer: Layer?

  /// The map alone.
  var picture: MapPicture {
    MapPicture(warnings: ground.study.ledger.warnings, document: document)
  }
}
