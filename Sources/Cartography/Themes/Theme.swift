public import GeoModel

/// One class of a theme.
public struct ThemeClass: Sendable, Hashable {
  /// How its features are drawn.
  public var symbol: Symbol
  /// What the legend says of it.
  public var label: String

  /// Makes a class.
  public init(symbol: Symbol, label: String) {
    self.symbol = symbol
    self.label = label
  }
}

/// How a layer is drawn: its features divided into classes by what is known of them.
public struct Theme: Sendable {
  /// The heading in the legend.
  public var title: String
  /// The classes in the order in which they are drawn, the first lowest.
  public var classes: [ThemeClass]
  /// The class of a feature; `nil` where it is not drawn.
  public var classify: @Sendable (LayerFeature) -> Int?
  /// Whether the legend begins with the class that is drawn last.
  public var isListedFromTop: Bool
  /// The class of what is not known, which the legend leaves out where all is known; `nil` for none.
  public var unknownClass: Int?
  /// Whether the legend tells how many features each class has.
  public var showsCounts: Bool
  /// What the classes leave open, for the foot of the map; `nil` where they say it all.
  public var note: String?

  /// Makes a theme.
  public init(
    title: String, classes: [ThemeClass], isListedFromTop: Bool = false, showsCounts: Bool = false,
    unknownClass: Int? = nil,
    classify: @escaping @Sendable (LayerFeature) -> Int?
  ) {
    self.title = title
    self.classes = classes
    self.isListedFromTop = isListedFromTop
    self.showsCounts = showsCounts
    self.unknownClass = unknownClass
    self.classify = classify
  }

  /// `features` as they are drawn by this theme.
  public func layer(of features: [LayerFeature]) -> MapLayer {
    MapLayer(
      shapes: .geometries(features.map(\.geometry)),
      classes: features.map { feature in
        feature.geometry == nil ? -1 : Int16(classify(feature) ?? -1)
      }, symbols: classes.map(\.symbol))
  }

  /// `features` as they are drawn by this theme, only those of the classes `range`.
  public func layer(of features: [LayerFeature], classes range: Range<Int>) -> MapLayer {
    var layer = layer(of: features)
    for index in layer.classes.indices where !range.contains(Int(layer.classes[index])) {
      layer.classes[index] = -1
    }
    return layer
  }

  /// The legend for `features`; classes that none of them has are left out, except where there is an
  /// order to see (`keepsEmpty`). `number` writes a count.
  public func legend(
    for features: [LayerFeature], keepsEmpty: Bool, number: (Int) -> String
  ) -> LegendSection {
    var counts = [Int](repeating: 0, count: classes.count)
    for feature in features {
      if let index = classify(feature) { counts[index] += 1 }
    }
    let order = isListedFromTop ? Array(classes.indices.reversed()) : Array(classes.indices)
    return LegendSection(
      title: title,
      entries: order.filter { (keepsEmpty && $0 != unknownClass) || counts[$0] > 0 }.map { index in
        LegendEntry(
          symbol: classes[index].symbol,
          label: showsCounts
            ? "\(classes[index].label) (\(number(counts[index])))" : classes[index].label)
      })
  }
}
