/// A style of QGIS (QML): a renderer of rules, each with its symbol.
///
/// Rules rather than classes of one column, because what is not known needs a class of its own, with a
/// hatch, and because a bound belongs to the class above it here and to the one below it in QGIS's
/// graduated renderer. Read by QGIS 3.22 and later.
public enum QGISStyle {
  /// The style of a layer drawn by `rules`, the first lowest; `aliases` says what its columns are called.
  public static func document(
    _ rules: [StyleRule], aliases: [(field: String, title: String)] = []
  ) -> String {
    var xml = Markup()
    xml.line("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")
    xml.element("qgis", [("version", "3.22"), ("styleCategories", "Symbology|Fields")]) { xml in
      xml.element(
        "renderer-v2", [("type", "RuleRenderer"), ("symbollevels", "0"), ("forceraster", "0")]
      ) { xml in
        xml.element("rules", [("key", "{rules}")]) { xml in
          for (index, rule) in rules.enumerated() {
            xml.empty(
              "rule",
              [
                ("key", "{rule-\(index)}"), ("symbol", String(index)), ("label", rule.label),
                ("filter", rule.filter),
              ] + (rule.isShown ? [] : [("checkstate", "0")]))
          }
        }
        xml.element("symbols", []) { xml in
          for (index, rule) in rules.enumerated() {
            QGISSymbol(rule.symbol).write(named: String(index), to: &xml)
          }
        }
      }
      xml.element("aliases", []) { xml in
        for (index, alias) in aliases.enumerated() {
          xml.empty(
            "alias",
            [("field", alias.field), ("index", String(index)), ("name", alias.title)])
        }
      }
    }
    return xml.text
  }
}

/// XML, written from the front.
struct Markup {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ line: String) {
    text += String(repeating: " ", count: depth) + line + "\n"
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(Self.written(attributes))/>")
  }

  mutating func element(
    _ name: String, _ attributes: [(String, String)], _ body: (inout Markup) -> Void
  ) {
    line("<\(name)\(Self.written(attributes))>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
