/// The figures of one column by the code of their unit or village.
///
/// The columns of a table share one index of codes and have an array each: a dictionary a column
/// would hold every code once more.
struct FiguresByCode {
  /// Where codes stand among figures.
  struct Index: Sendable {
    /// Tells whether two indices are one, without comparing their codes.
    fileprivate final class Identity: Sendable {}

    fileprivate private(set) var byCode: [String: Int]
    fileprivate private(set) var identity = Identity()

    /// Makes an index; of codes that come twice the last position counts.
    init(_ positions: [(code: String, position: Int)]) {
      byCode = Dictionary(
        positions.map { ($0.code, $0.position) }, uniquingKeysWith: { _, last in last })
    }

    fileprivate mutating func set(_ code: String, to position: Int?) {
      byCode[code] = position
      identity = Identity()
    }
  }

  private var index: Index
  private var figures: [JoinedFigure]

  /// Figures behind an index that other columns may share.
  ///
  /// - Parameter index: for each code the position in `figures`.
  init(_ figures: [JoinedFigure], at index: Index) {
    self.figures = figures
    self.index = index
  }

  /// Figures that stand by their codes already.
  init(_ figures: [String: JoinedFigure]) {
    self.init([], at: Index([]))
    for (code, figure) in figures { self[code] = figure }
  }

  /// The codes, in no order.
  var keys: Dictionary<String, Int>.Keys { index.byCode.keys }

  /// Whether a share in any figure that stands by a code is worked out, not published.
  var hasEstimates: Bool {
    figures.contains { !$0.estimates.isEmpty }
      && index.byCode.values.contains { !figures[$0].estimates.isEmpty }
  }

  /// The figure of a unit; `nil` where none has this code.
  subscript(code: String) -> JoinedFigure? {
    get { index.byCode[code].map { figures[$0] } }
    set {
      guard let newValue else {
        index.set(code, to: nil)
        return
      }
      if let position = index.byCode[code] {
        figures[position] = newValue
      } else {
        index.set(code, to: figures.count)
        figures.append(newValue)
      }
    }
  }

  /// Where the figures of some units stand, for columns of the same index; `nil` where none has the
  /// code.
  func positions(of codes: [String?]) -> [Int?] { codes.map { $0.flatMap { index.byCode[$0] } } }

  /// Whether the codes of both stand at the same ``positions(of:)``.
  func sharesIndex(with other: FiguresByCode) -> Bool {
    index.identity === other.index.identity
  }

  /// The figure at one of ``positions(of:)``.
  func figure(at position: Int) -> JoinedFigure { figures[position] }
}

extension FiguresByCode: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JoinedFigure)...) {
    self.init([], at: Index([]))
    for (code, figure) in elements { self[code] = figure }
  }
}
