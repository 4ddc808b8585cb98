internal import CCairo

extension Canvas {
  /// Makes what `body` draws lead to the place of a PDF that is marked `name`, where a reader can click;
  /// of other formats nothing is changed. The place may still be to come, but it must come.
  ///
  /// By name, because Cairo before 1.18 writes links to numbers of pages without where they lead.
  public func link<Failure: Error>(
    to name: PlaceName, _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    unsafe cairo_tag_begin(context, CAIRO_TAG_LINK, "dest='\(name.text)'")
    try body()
    unsafe cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  /// Marks the upper left corner of the page as `name`; of other formats than PDF nothing is changed.
  public func markPage(as name: PlaceName) {
    unsafe cairo_tag_begin(context, CAIRO_TAG_DEST, "name='\(name.text)' x=0 y=0")
    unsafe cairo_tag_end(context, CAIRO_TAG_DEST)
  }

  /// Puts page number `page` (the first is 1) of a PDF under `title` into the outline that readers show
  /// beside the pages; of other formats nothing is changed.
  public func addBookmark(_ title: String, page: Int) {
    unsafe cairo_pdf_surface_add_outline(
      surface.handle, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page) pos=[0 0]",
      cairo_pdf_outline_flags_t(rawValue: 0))
  }
}

/// The name of a place in a PDF, never seen by a reader.
public struct PlaceName: Sendable, Hashable {
  let text: String

  /// The place of page number `page`.
  public static func page(_ page: Int) -> PlaceName { PlaceName(text: "page-\(page)") }
}
