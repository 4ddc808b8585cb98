/// The figures of one column by the code of their unit or village.
///
/// The columns of a table share one index of codes and have an array each: a dictionary a column
/// would hold every code once more.
struct FiguresByCode {
  private var positions: [String: Int]
  private var figures: [JoinedFigure]

  /// Figures behind an index that other columns may share.
  ///
  /// - Parameter positions: for each code the position in `figures`.
  init(_ figures: [JoinedFigure], at positions: [String: Int]) {
    self.figures = figures
    self.positions = positions
  }

  /// Figures that stand by their codes already.
  init(_ figures: [String: JoinedFigure]) {
    self.init([], at: [:])
    for (code, figure) in figures { self[code] = figure }
  }

  /// The codes, in no order.
  var keys: Dictionary<String, Int>.Keys { positions.keys }

  /// The figures that stand by a code, in no order.
  var values: [JoinedFigure] { positions.values.map { figures[$0] } }

  /// The figure of a unit; `nil` where none has this code.
  subscript(code: String) -> JoinedFigure? {
    get { positions[code].map { figures[$0] } }
    set {
      guard let newValue else {
        positions[code] = nil
        return
      }
      if let position = positions[code] {
        figures[position] = newValue
      } else {
        positions[code] = figures.count
        figures.append(newValue)
      }
    }
  }
}

extension FiguresByCode: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JoinedFigure)...) {
    self.init([], at: [:])
    for (code, figure) in elements { self[code] = figure }
  }
}
