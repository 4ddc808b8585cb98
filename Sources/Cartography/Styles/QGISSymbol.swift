internal import CairoKit

/// A symbol as QGIS has it: layers over one another, sizes in points.
struct QGISSymbol {
  let symbol: Symbol

  init(_ symbol: Symbol) { self.symbol = symbol }

  func write(named name: String, to xml: inout Markup) {
    let type =
      switch symbol {
      case .area: "fill"
      case .line: "line"
      case .point: "marker"
      }
    xml.element("symbol", [("name", name), ("type", type), ("alpha", "1")]) { xml in
      switch symbol {
      case .area(let area): write(area, name, to: &xml)
      case .line(let strokes): for stroke in strokes { write(stroke, to: &xml) }
      case .point(let point): write(point, to: &xml)
      }
    }
  }

  private func write(_ area: AreaSymbol, _ name: String, to xml: inout Markup) {
    let rim = area.outline.last
    layer(
      "SimpleFill",
      [
        ("color", Self.colour(area.fill)), ("style", area.fill == nil ? "no" : "solid"),
        ("outline_color", Self.colour(rim?.colour)),
        ("outline_style", rim == nil ? "no" : "solid"),
        ("outline_width", Self.number(rim?.width ?? 0)), ("outline_width_unit", "Point"),
        ("joinstyle", "bevel"),
      ], to: &xml)
    guard let hatch = area.hatch else { return }
    layer(
      "LinePatternFill",
      [
        ("angle", "45"), ("distance", "5"), ("distance_unit", "Point"),
        ("color", Self.colour(hatch.colour)), ("line_width", Self.number(hatch.width)),
        ("line_width_unit", "Point"),
      ], to: &xml
    ) { xml in
      xml.element("symbol", [("name", "@\(name)@1"), ("type", "line"), ("alpha", "1")]) { xml in
        write(hatch, to: &xml)
      }
    }
  }

  private func write(_ stroke: LineStyle, to xml: inout Markup) {
    var options = [
      ("line_color", Self.colour(stroke.colour)), ("line_style", "solid"),
      ("line_width", Self.number(stroke.width)), ("line_width_unit", "Point"),
      ("capstyle", stroke.hasRoundEnds ? "round" : "flat"), ("joinstyle", "round"),
    ]
    if !stroke.dashes.isEmpty {
      options += [
        ("use_custom_dash", "1"),
        ("customdash", stroke.dashes.map(Self.number).joined(separator: ";")),
        ("customdash_unit", "Point"),
      ]
    }
    layer("SimpleLine", options, to: &xml)
  }

  private func write(_ point: PointSymbol, to xml: inout Markup) {
    let shape =
      switch point.shape {
      case .circle: "circle"
      case .square: "square"
      case .triangle, .wedge: "triangle"
      case .diamond: "diamond"
      case .pentagon: "pentagon"
      case .star: "star"
      case .cross: "cross2"
      }
    layer(
      "SimpleMarker",
      [
        ("name", shape), ("angle", point.shape == .wedge ? "180" : "0"),
        ("color", Self.colour(point.fill)), ("size", Self.number(point.size)),
        ("size_unit", "Point"), ("outline_color", Self.colour(point.outline.colour)),
        ("outline_style", "solid"), ("outline_width", Self.number(point.outline.width)),
        ("outline_width_unit", "Point"),
      ], to: &xml)
  }

  private func layer(
    _ kind: String, _ options: [(String, String)], to xml: inout Markup,
    _ inner: (inout Markup) -> Void = { _ in }
  ) {
    xml.element("layer", [("class", kind), ("enabled", "1"), ("pass", "0"), ("locked", "0")]) {
      xml in
      xml.element("Option", [("type", "Map")]) { xml in
        for (name, value) in options {
          xml.empty("Option", [("name", name), ("type", "QString"), ("value", value)])
        }
      }
      inner(&xml)
    }
  }

  /// Red, green, blue and opacity, 0 … 255.
  private static func colour(_ colour: Colour?) -> String {
    guard let colour else { return "0,0,0,0" }
    return [colour.red, colour.green, colour.blue, colour.alpha]
      .map { String(Int(($0 * 255).rounded())) }.joined(separator: ",")
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
  }
}
