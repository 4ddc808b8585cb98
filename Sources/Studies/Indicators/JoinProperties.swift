internal import GeoModel
internal import Indicators

/// The properties that a column becomes: the figure, of a quotient its parts, what it is estimated by
/// where figures of the column are, and the reason where the figure is not known. Names are made,
/// and the column looked through for estimates, once for all features.
struct JoinProperties {
  private let value: String
  private let parts: (numerator: String, denominator: String)?
  private let estimate: String?
  private let reason: String

  /// The properties of `column`.
  init(_ column: JoinedColumn) {
    value = column.name
    parts =
      column.kind.isQuotient ? ("\(column.name)_numerator", "\(column.name)_denominator") : nil
    estimate = column.hasEstimates ? "\(column.name)_estimate" : nil
    reason = "\(column.name)_reason"
  }

  /// How many a column becomes without estimates.
  static func count(of column: JoinedColumn) -> Int { column.kind.isQuotient ? 4 : 2 }

  /// Appends those of `figure`, `nil` where the table has no row.
  func append(_ figure: JoinedFigure?, to properties: inout [Property]) {
    properties.append(Property(value, Self.real(figure?.value)))
    if let parts {
      properties.append(Property(parts.numerator, Self.real(figure?.numerator)))
      properties.append(Property(parts.denominator, Self.real(figure?.denominator)))
    }
    if let estimate {
      let text = figure?.value == nil ? nil : FigureEstimate.text(figure?.estimates ?? [])
      properties.append(Property(estimate, .optionalText(text)))
    }
    properties.append(
      Property(reason, figure?.value == nil ? .text(figure?.reason ?? "no_row") : .null))
  }

  private static func real(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 9) } ?? .null
  }
}
