internal import GDALKit
internal import Plan

/// Looks whether everything that a plan names is there, before anything is computed.
///
/// Every source is opened once; missing files, layers and fields of all sections come out together,
/// those of sections that this version does not compute included.
struct SourceSurvey {
  let plan: Plan

  /// The problems, in reading order.
  func problems() -> [PlanProblem] {
    var found: [PlanProblem] = []
    for entry in PlanSources(plan).entries {
      found += problems(of: entry)
    }
    return found.sorted { left, right in
      guard let one = left.mark, let other = right.mark, one != other else {
        return left.description < right.description
      }
      return one < other
    }
  }

  private func problems(of entry: PlanSources.Entry) -> [PlanProblem] {
    let reference = entry.reference
    if let missing = missingFile(reference) { return [missing] }
    switch entry.kind {
    case .table: return []
    case .raster: return rasterProblems(reference)
    case .vector: return vectorProblems(reference, fields: entry.fields)
    case .rasterOrVector:
      return FileProbe.opensAsRaster(reference.location)
        ? rasterProblems(reference) : vectorProblems(reference, fields: entry.fields)
    }
  }

  private func missingFile(_ reference: SourceReference) -> PlanProblem? {
    guard FileProbe.isPlainPath(reference.location), !FileProbe.exists(reference.location) else {
      return nil
    }
    let near = FileProbe.neighbours(of: reference.location)
    return plan.problem(
      at: reference.mark, path: reference.path, "there is no file '\(reference.text)'",
      suggestion: NameSuggestion.nearest(to: FileProbe.lastPart(reference.location), among: near)
        .map { "did you mean '\($0)'?" } ?? "paths are relative to the plan file")
  }

  private func rasterProblems(_ reference: SourceReference) -> [PlanProblem] {
    do throws(GDALError) {
      _ = try RasterDataset(opening: DatasetSource(location: reference.location))
      return []
    } catch {
      let driver = GDALLibrary.driver(for: reference.location)
      let what =
        driver == nil ? "is no raster that GDAL reads" : "cannot be read as a raster"
      return [
        plan.problem(
          at: reference.mark, path: reference.path,
          "'\(reference.text)' \(what) (\(error.messages.first ?? error.function))",
          suggestion: "see whether gdalinfo opens it")
      ]
    }
  }

  private func vectorProblems(
    _ reference: SourceReference, fields: [FieldName]
  ) -> [PlanProblem] {
    let dataset: VectorDataset
    do throws(GDALError) {
      dataset = try VectorDataset(opening: DatasetSource(location: reference.location))
    } catch {
      return [SourceProblem(plan: plan, reference: reference).problem(error)]
    }
    let layers = dataset.layers
    guard let layer = layers.first(where: { $0.name == (reference.layer?.name ?? $0.name) }),
      reference.layer != nil || layers.count == 1
    else { return [layerProblem(reference, layers: layers.map(\.name))] }
    // Every tag of an OpenStreetMap file is a field.
    if dataset.driver == "OSM" { return [] }
    let wanted = fields + coordinateFields(reference)
    if layer.fields.isEmpty, let first = wanted.first {
      return [
        plan.problem(
          at: reference.mark, path: reference.path,
          "'\(reference.text)' has no field at all, so not '\(first.name)' either",
          suggestion: "see whether it has any feature")
      ]
    }
    return wanted.compactMap { field -> PlanProblem? in
      guard !layer.fields.contains(field.name) else { return nil }
      let nearest = NameSuggestion.nearest(to: field.name, among: layer.fields)
      return plan.problem(
        with: field, "'\(reference.text)' has no field '\(field.name)'",
        suggestion: nearest.map { "did you mean '\($0)'?" }
          ?? "it has \(layer.fields.joined(separator: ", "))")
    }
  }

  private func coordinateFields(_ reference: SourceReference) -> [FieldName] {
    reference.coordinates.map { [$0.x, $0.y] } ?? []
  }

  private func layerProblem(_ reference: SourceReference, layers: [String]) -> PlanProblem {
    let list = layers.joined(separator: ", ")
    guard let layer = reference.layer else {
      return plan.problem(
        at: reference.mark, path: reference.path,
        layers.isEmpty
          ? "'\(reference.text)' has no layer" : "'\(reference.text)' has several layers: \(list)",
        suggestion: "name one with layer")
    }
    let nearest = NameSuggestion.nearest(to: layer.name, among: layers)
    return plan.problem(
      with: layer, "'\(reference.text)' has no layer '\(layer.name)'",
      suggestion: nearest.map { "did you mean '\($0)'?" } ?? "it has \(list)")
  }
}
