/// A name of a unit as it is compared: its type apart, and its core in three forms.
///
/// ``exact`` and ``orthographic`` may decide a match; ``plain``, without diacritics, only suggests:
/// Ba Tơ and Ba Tô, Sơn Hà and Sơn Hạ are different communes of one district.
public struct FoldedName: Sendable, Hashable {
  /// The name as it stands in its source.
  public var original: String
  /// The ordinal in front of it with its punctuation (`13.`), in lower case; `nil` where none.
  public var ordinal: String?
  /// The administrative type that was split off; `nil` where the name has none.
  public var type: UnitType?
  /// The name without ordinal but with its type as it was written, in lower case, composed, with
  /// single spaces.
  public var whole: String
  /// The name without ordinal and type, in lower case, composed, with single spaces. Case, Unicode
  /// form and spaces make no difference to it; every mark does.
  public var exact: String
  /// ``exact`` with tone placement (hoà, hòa), i and y (Kì, Kỳ), the spellings of Đăk and Krông,
  /// hyphens, apostrophes and leading zeros of numbers made one.
  public var orthographic: String
  /// ``orthographic`` without diacritics. It suggests and never decides.
  public var plain: String

  /// Whether the core is a number with at most a letter (Phường 1, Tổ 2A): such names mean nothing
  /// without their type.
  public var isNumbered: Bool {
    guard let first = exact.first, first.isNumber else { return false }
    return exact.count { $0.isLetter } <= 1
  }

  /// Folds `name`.
  ///
  /// - Parameters:
  ///   - name: decoded text.
  ///   - settlements: whether types below the commune (Thôn, Bản, Làng …) are split off; so where
  ///     villages are matched.
  /// - Complexity: O(n) in its characters.
  public init(_ name: String, settlements: Bool = false) {
    let letters = NameLetter.lowercased(NameCleaning.cleaned(name))
    let length = NameCleaning.ordinalLength(letters)
    let named = Array(letters[length...])
    original = name
    let marker = letters[..<length].reversed().drop { $0 == " " || $0 == "-" }
    ordinal = marker.isEmpty ? nil : String(marker.reversed())
    whole = String(named)
    let core: ArraySlice<NameLetter>
    if let split = UnitType.split(named, settlements: settlements) {
      type = split.type
      core = split.rest
    } else {
      type = nil
      core = named[...]
    }
    exact = String(core)
    let words = Orthography.words(core)
    orthographic = Orthography.text(words)
    plain = Orthography.plainText(words)
  }
}
