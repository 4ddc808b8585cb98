/// Finds the name that was probably meant.
public enum NameSuggestion {
  /// The name among `candidates` that is nearest to `name`, if it is near enough to be meant.
  ///
  /// The distance is the number of characters inserted, dropped, changed or swapped with their
  /// neighbour, upper and lower case being equal (optimal string alignment: L. Boytsov 2011,
  /// doi:10.1145/1963190.1963191). Near enough is one step for names of up to 4 characters, two up to 8,
  /// three beyond. Among equals the first candidate is taken.
  /// Time: O(total length of the candidates × length of the name).
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased())
    let limit = wanted.count <= 4 ? 1 : wanted.count <= 8 ? 2 : 3
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let steps = distance(wanted, Array(candidate.lowercased()))
      if steps <= limit, steps < candidate.count, steps < best?.distance ?? .max {
        best = (candidate, steps)
      }
    }
    return best?.name
  }

  /// Steps from one text to the other; see ``nearest(to:among:)``.
  static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      for j in other.indices {
        var steps = min(
          last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          steps = min(steps, beforeLast[j - 1] + 1)
        }
        row.append(steps)
      }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }

  /// A name as it stands in a message, between quotation marks.
  static func quoted(_ name: String) -> String { "'\(name)'" }

  /// `'a', 'b' or 'c'`.
  static func listed(_ names: [String], joinedBy word: String = "or") -> String {
    let all = names.map(quoted)
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return all.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
