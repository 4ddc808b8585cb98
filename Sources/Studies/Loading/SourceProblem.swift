internal import GDALKit
internal import Plan

/// Turns what GDAL says about a source into a problem at the right place of the plan.
struct SourceProblem {
  let plan: Plan
  let reference: SourceReference
  var fields: [FieldName] = []

  /// The problem for `error`.
  func error(_ error: GDALError) -> StudyError {
    .plan([problem(error)])
  }

  /// The problem for `error`, at the line of the layer, the filter or the source.
  func problem(_ error: GDALError) -> PlanProblem {
    // Libraries speak in several lines with tabs.
    let words = SourceLocation.withoutSecrets(error.messages.joined(separator: "; "))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch error.level {
    case .layer:
      let mark = reference.layer?.mark ?? reference.mark
      return plan.problem(
        at: mark, path: reference.layer?.path ?? reference.path, "'\(reference.text)': \(words)")
    case .field where error.function == "OGR_L_SetAttributeFilter":
      let mark = reference.filter?.mark ?? reference.mark
      return plan.problem(
        at: mark, path: reference.filter?.path ?? reference.path,
        "the condition does not fit '\(reference.text)': \(words)",
        suggestion: "where is OGR SQL: names of fields bare or in double quotes, text in single")
    case .cell:
      return plan.problem(
        at: reference.mark, path: reference.path, "'\(reference.text)': \(words)",
        suggestion: "declare it if it means no data (gdalwarp -dstnodata nan)")
    case .encoding:
      return plan.problem(
        at: reference.mark, path: reference.path, "'\(reference.text)': \(words)",
        suggestion: "name the encoding with encoding, for example encoding: CP1258")
    default:
      return plan.problem(
        at: reference.mark, path: reference.path, "'\(reference.text)' cannot be read: \(words)",
        suggestion: reference.location.hasPrefix("PG:")
          ? "see whether the server runs and psql can connect"
          : "see whether ogrinfo or gdalinfo opens it")
    }
  }
}
