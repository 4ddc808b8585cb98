import Foundation
import Plan
import TestSupport
import Testing

/// A plan spoilt anywhere is read or refused with lines that point into it; it never stops the
/// program.
struct PlanMutationTests {
  private static let scraps = [
    "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", "'", "\"", "&a ", "*a", "<<: ", "#", "|", ">",
    "!!str ", "%", "---\n", "...\n", "~", "? ", "\u{E000}", "ơ", "\r", "\u{85}", "source: x\n",
    "-1",
  ]

  private func spoilt(_ text: String, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        let end = min(scalars.count, place + Int.random(in: 1...12, using: &generator))
        scalars.removeSubrange(place..<end)
      case 1: scalars.removeSubrange(place...)
      default:
        let scrap = Self.scraps.randomElement(using: &generator) ?? ""
        scalars.insert(contentsOf: scrap.unicodeScalars, at: place)
      }
      if scalars.isEmpty { break }
    }
    var bytes = scalars.flatMap { Array(String($0).utf8) }
    if Int.random(in: 0..<20, using: &generator) == 0, !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = 0xC3
    }
    return bytes
  }

  @Test func spoiltPlansAreReadOrRefused() throws {
    let file = PlanCaseTests.folder.appending(path: "good-full/plan.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var refused = 0
    for seed in 0..<UInt64(400) {
      let bytes = spoilt(text, seed: seed)
      let lines = bytes.filter { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.count + 3
      do {
        _ = try Plan.read(bytes: bytes, file: "plan.yaml", folder: ".")
      } catch {
        refused += 1
        #expect(!error.problems.isEmpty, "seed \(seed)")
        for problem in error.problems {
          let isOneLine = !problem.description.contains(where: \.isNewline)
          #expect(isOneLine, "seed \(seed)")
          #expect(!problem.message.contains("YamlError"), "seed \(seed): \(problem)")
          if let mark = problem.mark {
            #expect((1...lines).contains(mark.line) && mark.column >= 1, "seed \(seed): \(problem)")
          }
        }
      }
    }
    #expect(refused > 200)
  }
}
