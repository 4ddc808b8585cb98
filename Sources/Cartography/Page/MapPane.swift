import CairoKit
import GeoModel

/// A map on a page: its frame, and what stands over it. Lengths in points.
struct MapPane {
  /// The frame.
  var frame: BoundingBox
  /// What stands over it, and behind that; `nil` for the only map of a page.
  var caption: (title: TextBlock, note: TextBlock)?

  private static let titleStyle = TextStyle(size: 10, weight: .bold)
  private static let noteStyle = TextStyle(size: 8)
  /// Between a caption and its frame.
  private static let captionGap = 2.0
  private static let noteGap = 6.0

  /// The maps of `document` in `room`.
  static func panes(
    of document: MapDocument, in room: BoundingBox, _ typesetter: Typesetter
  ) throws -> [MapPane] {
    guard !document.panels.isEmpty else { return [MapPane(frame: room)] }
    let captions = try document.panels.map { panel in
      (
        title: try typesetter.set(panel.title, titleStyle),
        note: try typesetter.set(panel.note, noteStyle)
      )
    }
    let height = (captions.map(\.title.height).max() ?? 0) + captionGap
    let grid = PanelGrid(
      count: captions.count, extent: document.extent, room: room, captionHeight: height)
    return zip(grid.frames, captions).map { MapPane(frame: $0, caption: $1) }
  }

  /// Draws the caption above the frame, its note on the line of its title.
  func drawCaption(on canvas: Canvas) {
    guard let (title, note) = caption else { return }
    let top = frame.minimumY - Self.captionGap - title.height
    canvas.draw(title, x: frame.minimumX, y: top, colour: Palette.ink)
    canvas.draw(
      note, x: frame.minimumX + title.width + Self.noteGap,
      y: top + title.baseline - note.baseline, colour: Palette.softInk)
  }
}
