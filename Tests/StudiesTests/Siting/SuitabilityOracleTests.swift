import Foundation
import GeoModel
import Plan
import Resettlement
import Testing

@testable import Studies

/// What `Tests/Oracles/suitability.py` wrote.
private struct SuitabilityRecord {
  struct Cell {
    var row: Int
    var column: Int
    var state: Int
    /// The value and the score of each criterion, one after the other; empty where the cell has no score.
    var criteria: [Double]
    /// The whole score; `nil` where the cell has none.
    var score: Double?
  }

  /// By state the number of cells and the hectares.
  var totals: [Int: (cells: Int, hectares: Double)] = [:]
  var cells: [Cell] = []

  init() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/suitability-sample.csv")
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = fields.dropFirst().map { Double($0) }
      // The two lines with the names of columns have no number.
      guard numbers.count >= 3, let first = numbers[0], let second = numbers[1],
        let third = numbers[2]
      else { continue }
      if fields[0] == "total" {
        totals[Int(first)] = (Int(second), third)
      } else if fields[0] == "cell" {
        let rest = numbers.dropFirst(3).compactMap(\.self)
        cells.append(
          Cell(
            row: Int(first), column: Int(second), state: Int(third),
            criteria: Array(rest.dropLast()), score: rest.last))
      }
    }
  }
}

/// The sample's ground, judged once on the cells of the record.
private struct JudgedSample {
  let result: SitingStudy.Result
  /// By row and column: the state and, where it has a score, the values of the criteria and the score.
  private(set) var cells: [Place: (state: Int, values: [Double], score: Double)] = [:]

  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  init() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../GeoData/sample/plan.yaml").standardized.path()
    var plan = try Plan.read(contentsOf: file)
    plan.resettlement?.sites?.cellMetres = 360
    let options = StudyOptions(jobs: 2)
    let study = try await StudyLoader(plan: plan, options: options).load(villages: false)
    let section = try #require(plan.resettlement)
    let sites = try #require(section.sites)
    result = try await SitingStudy(
      study: study, section: section, sites: sites, options: options
    ).run()
    var worker = try result.run.makeWorker()
    let grid = result.ground.grid.grid
    let columns = grid.columns
    let height = SitingGrid.bandRows
    for band in 0..<(grid.rows + height - 1) / height {
      let (rows, _, found) = try result.run.judge(band: band, with: &worker)
      for cell in found.codes.indices {
        let verdict = result.rules.verdict(of: found.codes[cell])
        guard verdict != .beyond else { continue }
        let place = Place(row: rows.lowerBound + cell / columns, column: cell % columns)
        cells[place] = (
          Int(SitingRasters.number(of: verdict)), found.values.map { $0[cell] },
          found.scores[cell]
        )
      }
    }
  }
}

@Suite("Fit ground against numpy, shapely and pyproj")
struct SuitabilityOracleTests {
  @Test("The sample's cells have the oracle's state, values and scores; its units the hectares")
  func sample() async throws {
    let record = try SuitabilityRecord()
    let sample = try await JudgedSample()
    #expect(record.cells.count == 400)
    for wanted in record.cells {
      let place = JudgedSample.Place(row: wanted.row, column: wanted.column)
      let label = "row \(wanted.row), column \(wanted.column)"
      let found = try #require(sample.cells[place], "\(label) was not looked at")
      #expect(found.state == wanted.state, "\(label)")
      guard let score = wanted.score else {
        #expect(found.score.isNaN, "\(label)")
        continue
      }
      // Written to nine decimals, of distances to a micrometre.
      #expect(abs(found.score - score) < 1e-8, "\(label): \(found.score), not \(score)")
      for (index, criterion) in sample.result.rules.criteria.enumerated() {
        let (value, part) = (wanted.criteria[2 * index], wanted.criteria[2 * index + 1])
        let own = found.values[index]
        // Metres and per cent to six decimals; the planes of the oracle bend by some micrometres.
        #expect(abs(own - value) < 2e-5, "\(label), criterion \(index): \(own), not \(value)")
        let ownPart = criterion.standard.score(of: own)
        #expect(abs(ownPart - part) < 2e-8, "\(label), criterion \(index): \(ownPart), not \(part)")
      }
    }
    compareTotals(record, sample)
  }

  private func compareTotals(_ record: SuitabilityRecord, _ sample: JudgedSample) {
    var states: [Int: Int] = [:]
    for cell in sample.cells.values { states[cell.state, default: 0] += 1 }
    var sum = GroundAreas(rules: sample.result.rules)
    for areas in sample.result.areas { sum.add(areas) }
    let constraints = sample.result.rules.constraints.count
    var squareMetres = [0: sum.scored]
    for (index, area) in sum.excluded.enumerated() { squareMetres[1 + index] = area }
    for (index, area) in sum.unknown.enumerated() {
      squareMetres[index < constraints ? 101 + index : 201 + index - constraints] = area
    }
    // The grid holds all units, and what has no cell has no area.
    #expect(sum.outside < 1)
    for (state, area) in squareMetres {
      let wanted = record.totals[state] ?? (cells: 0, hectares: 0)
      #expect(states[state] ?? 0 == wanted.cells, "state \(state)")
      #expect(
        abs(area / 10_000 - wanted.hectares) <= 1e-6 * max(1, wanted.hectares),
        "state \(state): \(area / 10_000) ha, not \(wanted.hectares)")
    }
    #expect(record.totals.keys.allSatisfy { squareMetres[$0] != nil })
  }
}
