internal import GDALKit
internal import GeoModel
internal import Plan

extension VectorLoader {
  /// Reads a source as it is; geometries go to `take`, where there is one, and are not kept then.
  func read(
    _ reference: SourceReference, fields: [FieldName],
    into take: ((Int64, Geometry?) -> Void)? = nil
  ) throws(StudyError) -> VectorReading {
    let names = names(of: fields, in: reference)
    do throws(GDALError) {
      let opened = try open(reference, names: names)
      return if let take {
        try opened.dataset.read(opened.request, geometries: take)
      } else {
        try opened.dataset.read(opened.request)
      }
    } catch {
      throw SourceProblem(plan: plan, reference: reference, fields: names).error(error)
    }
  }

  /// The geometries of a source from the first feature on: of the features that reading it with `fields`
  /// gave, in the same order, unless the source has changed since.
  func stream(
    _ reference: SourceReference, readWith fields: [FieldName]
  ) throws(StudyError) -> VectorStream {
    do throws(GDALError) {
      var opened = try open(reference, names: fields)
      opened.request.fields = []
      return try VectorStream(opened.dataset, opened.request)
    } catch {
      throw SourceProblem(plan: plan, reference: reference, fields: fields).error(error)
    }
  }

  private func names(of fields: [FieldName], in reference: SourceReference) -> [FieldName] {
    guard let columns = reference.coordinates else { return fields }
    return fields + [columns.x, columns.y]
  }

  private func open(
    _ reference: SourceReference, names: [FieldName]
  ) throws(GDALError) -> (dataset: VectorDataset, request: VectorRequest) {
    let wanted = names.map(\.name).reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    let filter = reference.filter?.name
    let tags = wanted + SQLIdentifiers.names(in: filter ?? "")
    let dataset = try VectorDataset(
      opening: DatasetSource(
        location: reference.location, openOptions: try openOptions(of: reference)), tags: tags)
    let encodings = TextEncodings(TableDecoder.asRead(reference.encoding))
    return (
      dataset,
      VectorRequest(
        layer: reference.layer?.name, filter: filter, fields: wanted, encoding: encodings.all,
        fieldEncodings: encodings.byField)
    )
  }

  /// A shapefile's own recoding is switched off where the plan names an encoding, so that text is
  /// decoded once.
  private func openOptions(of reference: SourceReference) throws(GDALError) -> [String] {
    guard reference.encoding != .declared,
      GDALLibrary.driver(for: reference.location) == "ESRI Shapefile"
    else { return [] }
    return ["ENCODING="]
  }

  /// The geometries that two columns of a table give.
  func points(
    of table: FeatureTable, columns: SourceReference.CoordinateFields, reference: SourceReference
  ) throws(StudyError) -> [Geometry?] {
    guard let xs = table.column(columns.x.name), let ys = table.column(columns.y.name) else {
      throw .internalFailure("the columns of \(reference.path) were not read")
    }
    var geometries: [Geometry?] = []
    for row in 0..<table.count {
      let x = NumberNotation.number(xs, row: row, style: reference.numbers)
      let y = NumberNotation.number(ys, row: row, style: reference.numbers)
      if let x, let y {
        geometries.append(.point(Coordinate(x: x, y: y)))
        continue
      }
      for (text, field) in [(xs.text(at: row), columns.x), (ys.text(at: row), columns.y)] {
        guard let text, !NumberNotation.isNothing(text, style: reference.numbers),
          NumberNotation.number(
            field == columns.x ? xs : ys, row: row, style: reference.numbers) == nil
        else { continue }
        throw .plan([
          plan.problem(
            with: field,
            "\(reference.rowName(row, of: table)) of '\(reference.text)' holds '\(text)', which is no number",
            suggestion: "correct the cell, or say numbers: vi where commas are decimal marks")
        ])
      }
      geometries.append(nil)
    }
    return geometries
  }
}

/// The encodings that a plan names, as GDALKit takes them.
struct TextEncodings {
  var all: String?
  var byField: [String: String] = [:]

  init(_ encoding: SourceReference.TextEncoding) {
    switch encoding {
    case .declared: break
    case .all(let name): all = name.name
    case .fields(let fields):
      for field in fields { byField[field.field.name] = field.encoding }
    }
  }
}

extension SourceReference {
  /// What a message calls a row of the source: its number, or, where a condition has left rows out
  /// before it, the number of the feature.
  func rowName(_ row: Int, of table: FeatureTable) -> String {
    filter == nil ? "row \(row + 1)" : "feature \(table.identifiers[row])"
  }
}
