internal import Publishing
internal import Studies

/// How far a step is, as one line for a terminal: what is done, a bar, the rate and the time left.
struct ProgressLine {
  private static let barCells = 20

  let progress: StudyOptions.Progress
  /// How long the step takes already.
  let elapsed: Duration
  let language: OutputLanguage

  /// The line, no wider than `width` cells. The rate and the time left stand there once a second has
  /// shown what they are.
  func text(width: Int) -> String {
    guard progress.total > 1 else { return WrappedText.line("\(step) …", width: width) }
    let share = min(1, Double(progress.done) / Double(progress.total))
    let full = Int(share * Double(Self.barCells))
    let bar =
      String(repeating: "█", count: full)
      + String(repeating: "░", count: Self.barCells - full)
    let head = "\(step)  \(bar) \(Int(share * 100)) %"
    let count = unit.map(counted)
    // On a short line the rate goes first and the time left last.
    let choices = [[count, rate, timeLeft], [count, timeLeft], [timeLeft], []].map { parts in
      ([head] + parts.compactMap(\.self)).joined(separator: ", ")
    }
    return WrappedText.line(choices.first { $0.count <= width } ?? head, width: width)
  }

  private var isVietnamese: Bool { language == .vietnamese }

  private func counted(_ unit: String) -> String {
    let (done, total) = (language.number(progress.done), language.number(progress.total))
    return isVietnamese ? "\(done)/\(total) \(unit)" : "\(done) of \(total) \(unit)"
  }

  /// How much is done in a second; `nil` until a second has shown it.
  private var pace: Double? {
    let seconds = elapsed / .seconds(1)
    return progress.done > 0 && seconds >= 1 ? Double(progress.done) / seconds : nil
  }

  private var rate: String? {
    guard let pace, unit != nil else { return nil }
    let count = pace < 10 ? language.number(pace, decimals: 1) ?? "" : language.number(Int(pace))
    return isVietnamese ? "\(count) mỗi giây" : "\(count) a second"
  }

  private var timeLeft: String? {
    guard let pace else { return nil }
    let left = time(Int((Double(progress.total - progress.done) / pace).rounded(.up)))
    return isVietnamese ? "còn \(left)" : "\(left) left"
  }

  /// A time in seconds, from a minute and a half on in minutes.
  private func time(_ seconds: Int) -> String {
    if seconds < 90 { return isVietnamese ? "\(seconds) giây" : "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return isVietnamese ? "\(minutes) phút" : "\(minutes) min"
  }

  private var step: String { isVietnamese ? VietnamesePhrases.step(progress.step) : progress.step }

  private var unit: String? {
    progress.unit.map { isVietnamese ? VietnamesePhrases.counted[$0] ?? $0 : $0 }
  }
}

extension VietnamesePhrases {
  /// A step of a study in Vietnamese; a table's name in front of it stays.
  static func step(_ english: String) -> String {
    let words = english.split(separator: ": ")
    let last = words.last.map(String.init) ?? english
    return (words.dropLast().map(String.init) + [steps[last] ?? last]).joined(separator: ": ")
  }

  private static let steps = [
    "units": "đo ranh giới", "reading": "đọc bảng", "matching": "ghép dòng với đơn vị",
    "join": "ghép bảng", "forest cover": "độ che phủ rừng", "forest change": "biến động rừng",
    "villages": "thôn", "terrain": "địa hình", "distance to roads": "khoảng cách tới đường",
    "road network": "mạng lưới đường",
  ]

  /// What is counted in a step.
  static let counted = ["rows": "dòng", "units": "đơn vị", "raster rows": "hàng ảnh"]
}
