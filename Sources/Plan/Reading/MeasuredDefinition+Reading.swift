extension MeasuredDefinition {
  init?(reading reader: SectionReader) {
    let indicator = reader.field("indicator")
    let year = TargetYear.read("year", reader)
    let value = reader.number("value", .any)
    let source = reader.text("from")
    guard let indicator, let year, let value else { return nil }
    self.init(
      indicator: indicator.name, year: year, value: value, source: source, mark: indicator.mark,
      path: reader.path)
  }
}

extension TargetYear {
  /// A year, or a span of years.
  static func read(_ key: String, _ reader: SectionReader) -> TargetYear? {
    reader.value(key).flatMap { value in
      if let year = value.text.flatMap(TargetYear.init(text:)) { return year }
      reader.reject(key, value, meant: "a year, 2025, or a span of years, 2021-2025,")
      return nil
    }
  }
}
