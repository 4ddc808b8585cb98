/// Units by code and by each form of their names.
struct UnitIndex {
  /// A unit as an index entry: its position and the reading that the entry was made of.
  struct Entry {
    var unit: Int
    var reading: NameReading
  }

  let units: [UnitRecord]
  let level: String
  /// The names of each unit: with type and without, where both are given.
  let names: [[ReadName]]
  private var codes: [String: [Int]] = [:]
  private var bareCodes: [String: [Int]] = [:]
  private var exact: [String: [Entry]] = [:]
  private var orthographic: [String: [Entry]] = [:]
  private var plain: [String: [Int]] = [:]

  init(_ units: [UnitRecord], level: String) {
    self.units = units
    self.level = level
    names = units.map { unit in
      var texts: [String] = []
      for text in [unit.fullName, unit.name] {
        if let text, !text.isEmpty, !texts.contains(text) { texts.append(text) }
      }
      let full = texts.first.map { ReadName($0, type: nil, level: level) }
      // The short name carries the full one's type, else it would let a row of another type in.
      let short = texts.dropFirst().map {
        ReadName($0, type: full?.type?.rawValue, level: level)
      }
      return (full.map { [$0] } ?? []) + short
    }
    for (position, unit) in units.enumerated() {
      if let code = unit.code, !code.isEmpty {
        codes[code, default: []].append(position)
        bareCodes[Self.withoutLeadingZeros(code), default: []].append(position)
      }
      for name in names[position] {
        for reading in name.readings {
          let entry = Entry(unit: position, reading: reading)
          exact[reading.exact, default: []].append(entry)
          orthographic[reading.orthographic, default: []].append(entry)
        }
        plain[name.folded.plain, default: []].append(position)
      }
    }
  }

  /// The units with exactly this code.
  func units(code: String) -> [Int] { codes[code] ?? [] }

  /// The units whose code differs from `code` in leading zeros at most.
  func units(codeButForZeros code: String) -> [Int] {
    bareCodes[Self.withoutLeadingZeros(code)] ?? []
  }

  /// The units with the same letters, whatever their diacritics.
  func units(plain name: ReadName) -> [Int] { plain[name.folded.plain] ?? [] }

  /// Calls `body` with the entries under the readings of `name`, each with the reading of the row
  /// that found it.
  func forEachEntry(_ name: ReadName, isExact: Bool, _ body: (NameReading, Entry) -> Void) {
    for reading in name.readings {
      let found = isExact ? exact[reading.exact] : orthographic[reading.orthographic]
      for entry in found ?? [] { body(reading, entry) }
    }
  }

  private static func withoutLeadingZeros(_ code: String) -> String {
    String(code.drop { $0 == "0" })
  }
}
