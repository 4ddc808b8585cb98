extension CrosswalkStep {
  init?(reading reader: SectionReader) {
    let source = reader.source()
    let from = reader.section("from", .crosswalkSide).flatMap(Side.init(reading:))
    let to = reader.section("to", .crosswalkSide).flatMap(Side.init(reading:))
    let (type, weight) = (reader.field("type"), reader.field("weight"))
    let unlisted = reader.choice("unlisted", of: Unlisted.self) ?? .error
    guard let source, let from, let to else { return nil }
    if from.vintage >= to.vintage {
      reader.report(
        at: "to", "leads from \(from.vintage) to \(to.vintage)", "a step goes forward in time")
    }
    self.init(
      source: source, from: from, to: to, type: type, weight: weight, unlisted: unlisted,
      mark: reader.mark, path: reader.path)
  }
}

extension CrosswalkStep.Side {
  init?(reading reader: SectionReader) {
    let (vintage, code) = (reader.date("vintage"), reader.field("code"))
    let name = reader.field("name")
    guard let vintage, let code else { return nil }
    self.init(vintage: vintage, code: code, name: name)
  }
}
