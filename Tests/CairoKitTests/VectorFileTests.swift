import CairoKit
import Foundation
import FoundationXML
import GeoModel
import Testing

@Suite("SVG and PDF") struct VectorFileTests {
  private static let information = DrawingInformation(
    title: "Thôn <Ba Tơ> & \"Sơn Hạ\"", description: "Bản đồ", date: "2024-12-31")

  private static func text(_ canvas: Canvas) throws {
    let block = try Typesetter().set("Trà Bùi", TextStyle(size: 9))
    canvas.draw(block, x: 2, y: 2, colour: .black)
  }

  @Test("an SVG is well-formed, has its size in points, its title and its description")
  func svg() throws {
    let bytes = try drawn(.svg, information: Self.information, Self.text)
    let reader = SVGReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    #expect(reader.texts["title"] == Self.information.title)
    #expect(reader.texts["desc"] == "Bản đồ")
    #expect(reader.root["viewBox"] == "0 0 40 30")
    #expect(reader.root["width"] == "40pt")
    // Letters are outlines, so that they look the same without the font.
    #expect(reader.elements.contains("symbol") && !reader.elements.contains("text"))
  }

  @Test("a PDF tells the date it is given, not that of the run")
  func pdfDate() throws {
    let text = String(
      decoding: try drawn(.pdf, information: Self.information, Self.text), as: UTF8.self)
    #expect(text.contains("/CreationDate (D:20241231000000Z)"))
    #expect(text.contains("/ModDate (D:20241231000000Z)"))
    let undated = String(decoding: try drawn(.pdf, Self.text), as: UTF8.self)
    #expect(undated.contains("/CreationDate (D:19700101000000Z)"))
  }

  @Test("a PDF carries the font of its text")
  func fonts() throws {
    let text = String(decoding: try drawn(.pdf, Self.text), as: UTF8.self)
    #expect(text.contains("/FontFile"))
  }
}

/// What a test looks for in an SVG.
private final class SVGReader: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var elements: Set<String> = []
  var texts: [String: String] = [:]
  private var current = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if elements.isEmpty { root = attributes }
    elements.insert(name)
    current = name
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    texts[current, default: ""] += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    current = ""
  }
}
