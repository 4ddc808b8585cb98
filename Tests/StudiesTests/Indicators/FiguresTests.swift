import GeoModel
import Studies
import Testing

/// What the cells of a table say, up to the figures of a layer.
@Suite("Figures of a table")
struct FiguresTests {
  static let communes: [JoinStudy.Commune] = [
    ("01", "Xã Một", "H1"), ("02", "Xã Hai", "H1"), ("03", "Xã Ba", "H2"),
  ]

  static func indicator(_ columns: String, _ more: String = "") -> String {
    "source: table.csv\nlevel: commune\nkey: mã\n\(more.isEmpty ? "" : more + "\n")"
      + "columns: {\(columns)}"
  }

  func study(_ rows: String) throws -> JoinStudy {
    let study = try JoinStudy(Self.communes)
    try study.folder.write(rows, to: "table.csv")
    return study
  }

  @Test("numbers: vi reads 2.161.755 and 1.137,56; a dash is unknown and not zero")
  func vietnamese() async throws {
    let result = try await study("mã;dân;km2\n01;2.161.755;1.137,56\n02;-;0\n03;0;…\n")
      .join(
        Self.indicator("a: {field: dân, kind: count}, b: {field: km2, kind: area}", "numbers: vi"))
    #expect(result.figures("a") == ["01": 2_161_755, "02": nil, "03": 0])
    #expect(result.figures("b") == ["01": 1137.56, "02": 0, "03": nil])
    #expect(result.layer.feature("02")?.text("a_reason") == "no_figure")
    #expect(result.layer.total("a") == nil)
    #expect(result.isComplete)
    let districts = try await study("mã;dân\n01;1.000\n02;-\n03;7\n")
      .join(Self.indicator("a: {field: dân, kind: count}", "numbers: vi"), level: "district")
    #expect(districts.figures("a") == ["H1": nil, "H2": 7])
    #expect(districts.layer.feature("H1")?.text("a_reason") == "unknown_in_parts")
  }

  @Test("a cell that reads two ways is refused with both readings, row and column")
  func twoReadings() async throws {
    let lines = try await study("mã;dân\n01;1.234\n02;5\n03;1.137,56\n")
      .refusal(Self.indicator("a: {field: dân, kind: count}"))
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.contains("plan.yaml:10:"), "\(line)")
    #expect(line.contains("row 2 of 'table.csv', column 'dân'"), "\(line)")
    #expect(line.contains("1234.0 with 'numbers: vi'") && line.contains("1.234 with"), "\(line)")
    // Another cell of the column tells how it is written; that is said and not acted on.
    #expect(line.contains("row 4 holds '1.137,56', which is vi"), "\(line)")
  }

  @Test("every cell that is no number is named, not only the first")
  func noNumbers() async throws {
    let lines = try await study("mã;dân\n01;nhiều\n02;5\n03;12a\n")
      .refusal(Self.indicator("a: {field: dân, kind: count}"))
    #expect(lines.count == 2)
    #expect(lines.first?.contains("row 2") == true && lines.last?.contains("row 4") == true)
  }

  /// 20 of 100 and 90 of 300 are 110 of 400, 27.5 %; the mean of 20 % and 30 % would be 25 %.
  @Test("shares go up as numerator and denominator, never as a mean")
  func shares() async throws {
    let columns = "hộ: {field: hộ, kind: count}, nghèo: {field: tỷ lệ, kind: share, of: hộ}"
    let table = "mã;hộ;tỷ lệ\n01;100;20%\n02;300;30,0 %\n03;50;10\n"
    let result = try await study(table)
      .join(Self.indicator(columns, "numbers: vi"), level: "district")
    #expect(result.figures("nghèo") == ["H1": 27.5, "H2": 10])
    #expect(result.figures("nghèo_numerator") == ["H1": 110, "H2": 5])
    #expect(result.figures("nghèo_denominator") == ["H1": 400, "H2": 50])
    #expect(abs((result.layer.total("nghèo") ?? 0) - 100 * 115 / 450) < 1e-12)
    let communes = try await study(table).join(Self.indicator(columns, "numbers: vi"))
    #expect(communes.figures("nghèo") == ["01": 20, "02": 30, "03": 10])
  }

  @Test("a share without what it is of stays at its level, with the reason above")
  func shareAlone() async throws {
    let result = try await study("mã;tỷ lệ\n01;20%\n02;30%\n03;10%\n")
      .join(Self.indicator("nghèo: {field: tỷ lệ, kind: share}"), level: "district")
    #expect(result.figures("nghèo") == ["H1": nil, "H2": nil])
    #expect(result.layer.feature("H1")?.text("nghèo_reason") == "share_without_denominator")
  }

  @Test("a share of nobody is unknown, and adds nothing to the whole")
  func shareOfNobody() async throws {
    let columns = "hộ: {field: hộ, kind: count}, nghèo: {field: tỷ lệ, kind: share, of: hộ}"
    let study = try study("mã;hộ;tỷ lệ\n01;0;-\n02;300;30\n03;0;-\n")
    let result = try await study.join(Self.indicator(columns, "numbers: vi"), level: "district")
    #expect(result.figures("nghèo") == ["H1": 30, "H2": nil])
    #expect(result.layer.feature("H2")?.text("nghèo_reason") == "denominator_is_zero")
  }

  @Test(
    "medians and scores are null above their level, with the reason",
    arguments: ["median", "score"])
  func noSum(kind: String) async throws {
    let study = try study("mã;điểm\n01;20\n02;30\n03;10\n")
    let indicator = Self.indicator("x: {field: điểm, kind: \(kind)}")
    #expect(try await study.join(indicator).figures("x") == ["01": 20, "02": 30, "03": 10])
    let above = try await study.join(indicator, level: "district")
    #expect(above.figures("x") == ["H1": nil, "H2": nil])
    #expect(above.layer.feature("H2")?.text("x_reason") == "\(kind)_does_not_add_up")
    #expect(above.layer.total("x") == nil)
  }

  @Test("codes are text: leading zeros count, and a code without them is only suggested")
  func leadingZeros() async throws {
    let result = try await study("mã;dân\n1;5\n02;6\n03;7\n")
      .join(Self.indicator("a: {field: dân, kind: count}"))
    #expect(!result.isComplete)
    #expect(
      result.side("rows", "code", "outcome", "candidates").first
        == "1 | unmatched | Xã Một [01]: leading_zeros")
  }

  @Test("titles, groups and totals are set aside and listed")
  func setAside() async throws {
    let study = try study(
      """
      BẢNG 1. DÂN SỐ;;;
      (người);;;
      mã;tên;dân;nữ
      A;B;1;2
      ;TỔNG SỐ;18;9
      ;Huyện H1;11;5
      01;Xã Một;5;2
      02;Xã Hai;6;3
      ;Huyện H2;7;4
      03;Xã Ba;7;4
      ;Nguồn: Chi cục Thống kê;;

      """)
    let result = try await study.join(
      "source: table.csv\nlevel: commune\nmatch: tên\ncolumns: {a: {field: dân, kind: count}}")
    #expect(result.isComplete)
    #expect(result.figures("a") == ["01": 5, "02": 6, "03": 7])
    #expect(
      result.side("rows", "row", "name", "set_aside_by").filter { !$0.hasSuffix("| ") } == [
        "1 | BẢNG 1. DÂN SỐ | above_header", "2 | (người) | above_header",
        "4 | B | column_numbers", "5 | TỔNG SỐ | total", "6 | Huyện H1 | other_level",
        "9 | Huyện H2 | other_level", "11 | Nguồn: Chi cục Thống kê | note",
      ])
  }

  @Test("a field that the table lacks is named with the nearest that it has")
  func missingField() async throws {
    let lines = try await study("mã;dân số\n01;5\n")
      .refusal(Self.indicator("a: {field: dân sô, kind: count}"))
    #expect(lines.count == 1)
    #expect(lines.first?.contains("did you mean 'dân số'?") == true, "\(lines)")
  }

  @Test("what a share is of must be a column of the table")
  func missingDenominator() async throws {
    let lines = try await study("mã;x\n01;5\n02;5\n03;5\n")
      .refusal(Self.indicator("a: {field: x, kind: share, of: hộ}"))
    #expect(lines.count == 1)
    #expect(lines.first?.contains("has no column 'hộ'") == true, "\(lines)")
  }

  @Test("an encoding of a column that the table lacks, or of a name that nobody knows, is refused")
  func faultyEncodings() async throws {
    let study = try study("mã;dân\n01;5\n02;5\n03;5\n")
    for encoding in ["{tên: tcvn3}", "{dân: klingon}", "klingon"] {
      let lines = await study.refusal(
        Self.indicator("a: {field: dân, kind: count}", "encoding: \(encoding)"))
      #expect(lines.count == 1, "\(encoding)")
      #expect(lines.first?.contains("indicators.table.") == true, "\(encoding): \(lines)")
    }
  }
}
