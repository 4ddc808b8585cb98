extension SectionReader {
  /// The source that this section names by its own keys; `nil` where it names none.
  func source() -> SourceReference? {
    let layer = field("layer")
    let filter = field("where")
    let coordinates = coordinateFields()
    let referenceSystem = field("crs")
    let overrides = flag("crs_override") ?? false
    if overrides, !has("crs") {
      report(at: "crs_override", "there is no 'crs' that could override", "add 'crs'")
    }
    let encoding = encoding()
    let numbers = choice("numbers", of: SourceReference.NumberStyle.self)
    guard let source = field("source") else {
      if !table.required.contains("source"), let stray = straySourceKey {
        context.report(stray.mark, path, "'\(stray.key)' stands without a 'source'")
      }
      return nil
    }
    return SourceReference(
      text: SourceLocation.withoutSecrets(source.name),
      location: SourceLocation.resolve(source.name, in: context.folder),
      layer: layer, filter: filter, coordinates: coordinates, referenceSystem: referenceSystem,
      overridesReferenceSystem: overrides, encoding: encoding, numbers: numbers,
      mark: source.mark, path: source.path)
  }

  /// The source under a key that holds nothing else: a mapping, or just its path.
  func source(_ key: String) -> SourceReference? {
    guard let value = value(key) else { return nil }
    if let text = value.text {
      return SourceReference(
        text: SourceLocation.withoutSecrets(text),
        location: SourceLocation.resolve(text, in: context.folder), mark: value.mark,
        path: path(key))
    }
    return section(key, .source)?.source()
  }

  private func coordinateFields() -> SourceReference.CoordinateFields? {
    let (x, y) = (field("x"), field("y"))
    for (one, other) in [("x", "y"), ("y", "x")] where has(one) && !has(other) {
      report(at: one, "'\(one)' stands without '\(other)'", "name both columns")
    }
    guard let x, let y else { return nil }
    if x.name == y.name {
      report(at: "y", "'x' and 'y' name the same column '\(y.name)'", "name two columns")
    }
    return SourceReference.CoordinateFields(x: x, y: y)
  }

  private func encoding() -> SourceReference.TextEncoding {
    guard let value = value("encoding") else { return .declared }
    guard value.entries != nil else { return field("encoding").map { .all($0) } ?? .declared }
    let entries = ownEntries("encoding", meant: "a text, or a mapping from field to encoding,")
    let fields: [SourceReference.FieldEncoding] = (entries ?? []).compactMap { entry in
      guard let encoding = entry.value.text else {
        reject("encoding", entry.value, meant: "the name of an encoding")
        return nil
      }
      let field = FieldName(name: entry.key, mark: entry.mark, path: path("encoding"))
      return SourceReference.FieldEncoding(field: field, encoding: encoding)
    }
    return .fields(fields)
  }
}
