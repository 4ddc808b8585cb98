internal import GeoModel
internal import Publishing

/// The lines below tables of exposure.
struct ExposureSummary {
  let totals: [Property]
  let language: OutputLanguage

  private var reader: TotalsReader { TotalsReader(totals: totals, language: language) }

  /// Villages and households exposed, what is not known, and villages whose only way out runs through a
  /// hazard.
  var lines: [String] {
    let reader = self.reader
    guard let villages = reader.real("villages") else { return [] }
    var lines: [String] = []
    let counted = reader.number(villages)
    let exposed = span("villages_exposed_low", "villages_exposed_high")
    let households = span("households_exposed_low", "households_exposed_high")
    lines.append(
      language == .vietnamese
        ? "\(exposed) trong \(counted) thôn nằm trong vùng có nguy cơ thiên tai; \(households) hộ."
        : "\(exposed) of \(EnglishCount.text(counted, "village", "villages"))"
          + " \(EnglishCount.form(exposed, "is", "are")) exposed to natural hazards;"
          + " \(EnglishCount.text(households, "household", "households"))."
    )
    if let unknown = reader.real("villages_exposure_unknown"), unknown > 0 {
      lines.append(
        language == .vietnamese
          ? "\(reader.number(unknown)) thôn chưa rõ: thiếu dữ liệu nơi thôn ở (xem lý do)."
          : EnglishCount.text(reader.number(unknown), "village", "villages")
            + " unknown: there are no data where"
            + EnglishCount.form(reader.number(unknown), " it lies", " they lie")
            + " (see the reasons).")
    }
    if let high = reader.real("way_out_high"), high > 0 {
      let ways = span("way_out_low", "way_out_high")
      lines.append(
        language == .vietnamese
          ? "\(ways) thôn chỉ còn lối ra đi qua vùng nguy cơ."
          : EnglishCount.text(ways, "village has", "villages have") + " no way to"
            + EnglishCount.form(ways, " its", " their") + " centre but through a hazard.")
    }
    if let assumed = reader.real("households_assumed"), assumed > 0 {
      lines.append(
        language == .vietnamese
          ? "Số hộ của \(reader.number(assumed)) thôn là giả định, không phải số liệu."
          : "The households of \(EnglishCount.text(reader.number(assumed), "village", "villages"))"
            + " are assumed, not counted.")
    }
    return lines
  }

  /// `12`, or `12–15` where it is not known which.
  private func span(_ low: String, _ high: String) -> String {
    let (one, other) = (reader.number(low), reader.number(high))
    return one == other ? one : "\(one)–\(other)"
  }
}
