import Foundation
import Testing

/// What the pages for people must keep up with.
@Suite struct PagesTests {
  /// The targets of the links in `markdown` that lead to a file of the repository.
  static func relativeLinks(in markdown: String) -> [String] {
    markdown.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("#") && !$0.hasPrefix("mailto:") }
      .map { String($0.prefix { $0 != "#" }) }
  }

  @Test func linksLeadSomewhere() throws {
    let pages = try Repository.files(suffix: ".md")
    #expect(pages.contains { $0.path == "README.md" })
    for page in pages {
      for link in Self.relativeLinks(in: try page.text()) {
        let target = page.url.deletingLastPathComponent().appending(path: link)
        #expect(
          FileManager.default.fileExists(atPath: target.path(percentEncoded: false)),
          "\(page.path): \(link)")
      }
    }
  }

  @Test func linksAreFound() {
    let page = "See [a](b.md), [c](d/e.md#f), [g](https://h.org/i), [j](#k) and a[1](2)."
    #expect(Self.relativeLinks(in: page) == ["b.md", "d/e.md", "2"])
  }

  @Test(arguments: House.rooms.map(\.name) + House.cModules.sorted())
  func theArchitecturePageNamesEveryRoom(name: String) throws {
    let page = try Repository.File(path: "Docs/architecture.md").text()
    #expect(page.contains("`\(name)`"))
  }

  @Test(arguments: ["## Limits", "## Source"])
  func everyMethodHas(heading: String) throws {
    let pages = try Repository.files(under: "Docs/methods", suffix: ".md")
      .filter { !$0.path.hasSuffix("README.md") }
    #expect(!pages.isEmpty)
    for page in pages { #expect(try page.text().contains(heading), "\(page.path)") }
  }

  @Test(
    arguments: ["## What it does for us", "## What it costs", "## If it is abandoned"])
  func everyDecisionHas(heading: String) throws {
    let pages = try Repository.files(under: "Docs/decisions", suffix: ".md")
      .filter { !$0.path.hasSuffix("README.md") }
    #expect(!pages.isEmpty)
    for page in pages { #expect(try page.text().contains(heading), "\(page.path)") }
  }
}
