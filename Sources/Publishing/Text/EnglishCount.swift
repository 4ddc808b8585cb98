/// English words that go with a count; those of Vietnamese do not change.
public enum EnglishCount {
  /// `count`, as it is written, with its noun: `1 village`, `2,161 villages`, `0–1 villages`.
  public static func text(_ count: String, _ one: String, _ several: String) -> String {
    "\(count) \(form(count, one, several))"
  }

  /// The word that goes with `count`: `is` with `1`, `are` with `2` and `0–1`.
  public static func form(_ count: String, _ one: String, _ several: String) -> String {
    count == "1" ? one : several
  }
}
