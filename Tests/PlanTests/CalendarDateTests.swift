import Plan
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2025-07-01", "2000-02-29", "2024-02-29", "0001-01-01", "9999-12-31"])
  func readsWhatItWrites(_ text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-1",
    "01/07/2025", "2025", "2025-07-01T00:00:00Z", "٢٠٢٥-٠٧-٠١", "+025-07-01", "",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func earlierDaysComeFirst() {
    let days = ["2025-07-01", "2009-04-01", "2020-01-10", "2020-01-09", "2020-02-01"]
    let sorted = days.compactMap { CalendarDate(iso: $0) }.sorted().map(\.description)
    #expect(sorted == ["2009-04-01", "2020-01-09", "2020-01-10", "2020-02-01", "2025-07-01"])
  }
}

struct TargetYearTests {
  @Test func readsYearsAndSpans() {
    #expect(TargetYear(text: "2025") == TargetYear(first: 2025, last: 2025))
    #expect(TargetYear(text: "2021-2025") == TargetYear(first: 2021, last: 2025))
  }

  @Test(arguments: ["25", "2025-2021", "2021-", "-2025", "2021-2023-2025", "each year", "20 25"])
  func refusesTheRest(_ text: String) {
    #expect(TargetYear(text: text) == nil)
  }
}
