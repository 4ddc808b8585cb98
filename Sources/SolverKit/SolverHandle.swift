internal import CCbc
internal import Glibc
internal import Synchronization

/// A model of CBC and its lifetime.
///
/// CBC keeps some state of its command line in static variables, so one model is solved at a time.
@safe final class SolverHandle {
  /// Held while CBC solves.
  static let gate = Mutex<Void>(())

  let model: UnsafeMutableRawPointer

  /// Loads `model` as a minimisation (`Cbc_newModel`, `Cbc_loadProblem`, `Cbc_setInteger`).
  init(_ model: LinearModel) {
    let sign: Double = model.direction == .minimise ? 1 : -1
    var starts: [Int32] = [0]
    var indices: [Int32] = []
    var elements: [Double] = []
    var entries = [[(row: Int32, value: Double)]](repeating: [], count: model.columns.count)
    for (index, row) in model.rows.enumerated() {
      for term in row.terms { entries[term.column].append((Int32(index), term.coefficient)) }
    }
    for column in entries {
      indices += column.map(\.row)
      elements += column.map(\.value)
      starts.append(Int32(indices.count))
    }
    unsafe self.model = Cbc_newModel()
    unsafe Cbc_setLogLevel(self.model, 0)
    unsafe Cbc_loadProblem(
      self.model, Int32(model.columns.count), Int32(model.rows.count), starts, indices, elements,
      model.columns.map { Self.finite($0.lower) }, model.columns.map { Self.finite($0.upper) },
      model.columns.map { sign * $0.objective },
      model.rows.map { Self.finite($0.lower) }, model.rows.map { Self.finite($0.upper) })
    for index in model.columns.indices where model.columns[index].isInteger {
      unsafe Cbc_setInteger(self.model, Int32(index))
    }
  }

  /// CBC's infinity is the greatest number.
  private static func finite(_ value: Double) -> Double {
    min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  /// Sets limits, one thread, a seed and silence (`Cbc_setParameter` and others).
  func set(_ limits: SolverLimits) {
    unsafe Cbc_setParameter(model, "threads", "0")
    unsafe Cbc_setParameter(model, "randomSeed", "\(limits.seed)")
    unsafe Cbc_setParameter(model, "randomCbcSeed", "\(limits.seed)")
    unsafe Cbc_setAllowableFractionGap(model, limits.relativeGap)
    if let nodes = limits.nodes { unsafe Cbc_setMaximumNodes(model, Int32(clamping: nodes)) }
    if let seconds = limits.seconds { unsafe Cbc_setMaximumSeconds(model, seconds) }
  }

  /// Solves (`Cbc_solve`). CBC takes the interrupt signal for itself while it searches: whoever
  /// held it before gets it back, with an interrupt that came in the meantime.
  func solve() {
    Self.gate.withLock { _ in
      var before = sigaction()
      unsafe sigaction(SIGINT, nil, &before)
      _ = unsafe Cbc_solve(model)
      unsafe sigaction(SIGINT, &before, nil)
      if unsafe Cbc_status(model) == 5 { raise(SIGINT) }
    }
  }

  deinit { unsafe Cbc_deleteModel(model) }
}
