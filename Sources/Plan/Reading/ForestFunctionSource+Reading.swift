internal import GeoModel

extension ForestFunctionSource {
  /// A source all of one `function`, or with a `field` of codes and a `table` of what they mean.
  init?(reading reader: SectionReader) {
    let source = reader.source()
    let kind = reader.only(of: ["function", "field"], required: true)
    let meaning: Meaning?
    if kind == "function" {
      meaning = reader.choice("function", of: ForestFunction.self).map { .all($0) }
      if reader.has("table") {
        reader.report(
          at: "table", "'table' does not go with 'function', which says what all polygons are",
          "name the field with the codes in place of 'function'")
      }
    } else {
      let (field, table) = (reader.field("field"), reader.pairs("table"))
      if kind != nil, !reader.has("table") {
        reader.report(
          at: "field", "the codes of the field have no 'table'", "say what each code means")
      }
      meaning = field.flatMap { field in
        table.map { .field(ForestTypes.FunctionField(field: field, table: $0)) }
      }
    }
    guard let source, let meaning else { return nil }
    self.init(source: source, meaning: meaning)
  }
}
