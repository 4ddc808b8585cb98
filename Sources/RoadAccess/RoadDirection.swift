/// Which way a road is open, seen along its line.
public enum RoadDirection: Sendable, Hashable {
  /// Both ways.
  case both
  /// From the first position of the line to the last.
  case forward
  /// From the last position of the line to the first.
  case backward

  /// What a field of a source says, as OpenStreetMap writes `oneway`: *yes*, *true* and *1* are forward,
  /// *-1* and *reverse* backward; nothing, an empty text, *no*, *false* and *0* are both ways. `nil` for
  /// any other text, such as *reversible*.
  public init?(stated text: String?) {
    switch text {
    case nil, "", "no", "false", "0": self = .both
    case "yes", "true", "1": self = .forward
    case "-1", "reverse": self = .backward
    default: return nil
    }
  }
}
