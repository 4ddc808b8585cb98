import Resettlement
import TestSupport
import Testing

/// Weights by the analytic hierarchy process.
@Suite struct PairwiseMatrixTests {
  @Test func checkValueOfTheDefinitions() throws {
    let found = try PairwiseMatrix([[1, 3, 5], [1 / 3.0, 1, 3], [1 / 5.0, 1 / 3.0, 1]]).priorities()
    for (weight, wanted) in zip(found.weights, [0.63699, 0.25828, 0.10473]) {
      #expect(abs(weight - wanted) < 5e-6)
    }
    #expect(abs(found.eigenvalue - 3.03851) < 5e-6)
    #expect(abs(found.ratio - 0.0332) < 5e-5)
  }

  /// Comparisons that follow from weights give these weights, λ = n and no contradiction.
  @Test(arguments: 0..<50)
  func consistentMatrixGivesItsWeights(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let size = Int.random(in: 1...15, using: &random)
    let weights = (0..<size).map { _ in Double.random(in: 0.1...9, using: &random) }
    let found = try PairwiseMatrix(weights.map { one in weights.map { one / $0 } }).priorities()
    let sum = weights.reduce(0, +)
    for (weight, wanted) in zip(found.weights, weights) {
      #expect(abs(weight - wanted / sum) < 1e-12, "seed \(seed)")
    }
    #expect(abs(found.eigenvalue - Double(size)) < 1e-10, "seed \(seed)")
    #expect(found.ratio < 1e-9, "seed \(seed)")
  }

  /// A w = λ w, for comparisons of any kind.
  @Test(arguments: 0..<50)
  func weightsAreAnEigenvector(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let size = Int.random(in: 3...9, using: &random)
    var rows = [[Double]](repeating: [Double](repeating: 1, count: size), count: size)
    for row in 0..<size {
      for column in 0..<row {
        let value = Double(Int.random(in: 1...9, using: &random))
        rows[row][column] = Bool.random(using: &random) ? value : 1 / value
        rows[column][row] = 1 / rows[row][column]
      }
    }
    let found = try PairwiseMatrix(rows).priorities()
    for (row, weight) in zip(rows, found.weights) {
      let image = zip(row, found.weights).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(image - found.eigenvalue * weight) < 1e-10, "seed \(seed)")
    }
    #expect(found.eigenvalue >= Double(size) - 1e-10, "seed \(seed)")
  }

  @Test func contradictionIsRefusedUnlessForced() throws {
    // One is better than two, two than three, three than one.
    let matrix = try PairwiseMatrix([[1, 5, 1 / 5.0], [1 / 5.0, 1, 5], [5, 1 / 5.0, 1]])
    let ratio = matrix.priorities().ratio
    #expect(ratio > 0.1)
    #expect(throws: ResettlementError.inconsistent(ratio: ratio)) {
      try CriterionWeights(pairwise: matrix)
    }
    let forced = try CriterionWeights(pairwise: matrix, acceptsInconsistency: true)
    for share in forced.shares { #expect(abs(share - 1 / 3.0) < 1e-12) }
  }

  @Test func faultsAreToldApart() {
    #expect(throws: ResettlementError.matrix("the matrix of comparisons is empty")) {
      try PairwiseMatrix([])
    }
    #expect(throws: ResettlementError.matrix("row 2 of the matrix has 1 numbers, not 2")) {
      try PairwiseMatrix([[1, 2], [0.5]])
    }
    #expect(throws: ResettlementError.matrix("rows 1 and 2 of the matrix are not reciprocal")) {
      try PairwiseMatrix([[1, 2], [2, 1]])
    }
    #expect(throws: ResettlementError.matrix("row 1, column 2 of the matrix is not above 0")) {
      try PairwiseMatrix([[1, -2], [-0.5, 1]])
    }
    #expect(throws: ResettlementError.weights("weight 2 is -1.0; a weight is 0 or more")) {
      try CriterionWeights(direct: [1, -1])
    }
    #expect(throws: ResettlementError.weights("all weights are 0")) {
      try CriterionWeights(direct: [0, 0])
    }
  }
}
