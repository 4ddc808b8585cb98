import Publishing
import Studies
import Testing

@testable import upland

@Suite("The line of progress")
struct ProgressLineTests {
  private func line(
    _ done: Int, of total: Int, unit: String? = "raster rows", after seconds: Double,
    step: String = "forest cover", _ language: OutputLanguage = .english, width: Int = 80
  ) -> String {
    ProgressLine(
      progress: StudyOptions.Progress(step: step, done: done, total: total, unit: unit),
      elapsed: .seconds(seconds), language: language
    ).text(width: width)
  }

  @Test("what is done, the rate and the time left")
  func whole() {
    #expect(
      line(5000, of: 20000, after: 2, width: 100)
        == "forest cover  █████░░░░░░░░░░░░░░░ 25 %, 5,000 of 20,000 raster rows, 2,500 a second,"
        + " 6 s left")
    #expect(
      line(5000, of: 20000, after: 2, .vietnamese, width: 100)
        == "độ che phủ rừng  █████░░░░░░░░░░░░░░░ 25 %, 5.000/20.000 hàng ảnh, 2.500 mỗi giây,"
        + " còn 6 giây")
    #expect(
      line(1, of: 400, unit: nil, after: 10, width: 100)
        == "forest cover  ░░░░░░░░░░░░░░░░░░░░ 0 %, 67 min left")
  }

  @Test("no rate before a second has shown one")
  func early() {
    #expect(line(2, of: 4, unit: nil, after: 0.5) == "forest cover  ██████████░░░░░░░░░░ 50 %")
  }

  @Test("never wider than the terminal: the last parts go first", arguments: [80, 60, 40, 20, 9])
  func narrow(_ width: Int) {
    for language in [OutputLanguage.english, .vietnamese] {
      let text = line(5000, of: 20000, after: 2, step: "figures: matching", language, width: width)
      #expect(text.count <= width)
      #expect(text.hasPrefix(width >= 20 ? "figures: " : "figures"))
    }
  }

  @Test("of a step of unknown size only its name, in the language of the messages")
  func unknownSize() {
    #expect(line(0, of: 0, after: 5, step: "figures: reading") == "figures: reading …")
    #expect(
      line(0, of: 0, after: 5, step: "figures: reading", .vietnamese) == "figures: đọc bảng …")
  }
}
