internal import Foundation

/// Leaflet, which draws the map: its script and its style, made fit to stand in a page that asks no
/// other file for anything.
public struct ReportLibrary: Sendable, Hashable {
  /// The script.
  let script: [UInt8]
  /// The style.
  let style: [UInt8]

  /// Takes both as they were read.
  ///
  /// - Throws: ``ReportError/library(file:reason:)`` where the script would end its own element.
  public init(script: String, style: String) throws(ReportError) {
    // A map of the source is for who works on Leaflet; a browser's tools would ask for it.
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("//# sourceMappingURL=") }
    let text = lines.joined(separator: "\n")
    guard text.firstRange(of: "</script", ignoringCase: ()) == nil else {
      throw .library(file: "leaflet.js", reason: "it holds the end of a script element")
    }
    self.script = Array(text.utf8)
    // Pictures of markers and buttons that the report does not use, as files of their own.
    let plain = style.replacing(/url\(\s*["']?[^)]*["']?\s*\)/, with: "none")
    guard plain.firstRange(of: "</style", ignoringCase: ()) == nil else {
      throw .library(file: "leaflet.css", reason: "it holds the end of a style element")
    }
    self.style = Array(plain.utf8)
  }
}

extension String {
  /// Where `text` first stands, whatever the case of its ASCII letters.
  fileprivate func firstRange(of text: String, ignoringCase: Void) -> Range<String.Index>? {
    lowercased().firstRange(of: text)
  }
}
