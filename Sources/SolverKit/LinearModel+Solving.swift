internal import CCbc

extension LinearModel {
  /// Solves the model by branch and cut, or by the simplex method where no column is a whole number.
  ///
  /// One thread, no output, and no dependence on the clock unless ``SolverLimits/seconds`` is set:
  /// the same model with the same limits gives the same values. Tolerances are the solver's own:
  /// a condition may be missed by 1e-7 and a whole number by 1e-6, so keep coefficients near 1 and
  /// judge what hangs on the last digit with whole numbers of your own.
  ///
  /// - Throws: ``SolverError``.
  public func solve(within limits: SolverLimits = SolverLimits()) throws(SolverError)
    -> SolverOutcome
  {
    // CBC does not accept a model without columns; its rows hold where their sum 0 is allowed.
    guard !columns.isEmpty else {
      return rows.allSatisfy { $0.lower <= 0 && $0.upper >= 0 }
        ? .optimal(SolverSolution(values: [], objective: 0, bound: 0)) : .infeasible
    }
    guard columns.allSatisfy({ $0.lower <= $0.upper }), rows.allSatisfy({ $0.lower <= $0.upper })
    else { return .infeasible }
    let handle = SolverHandle(self)
    handle.set(limits)
    handle.solve()
    let outcome = try outcome(of: handle)
    // Presolve may call a model infeasible that has no limit; without an objective it cannot.
    guard outcome == .infeasible, columns.contains(where: { $0.objective != 0 }) else {
      return outcome
    }
    var plain = self
    for index in plain.columns.indices { plain.columns[index].objective = 0 }
    return try plain.solve(within: limits).solution == nil ? .infeasible : .unbounded
  }

  private func outcome(of handle: SolverHandle) throws(SolverError) -> SolverOutcome {
    let model = unsafe handle.model
    if unsafe Cbc_isAbandoned(model) == 1 { throw .abandoned(function: "Cbc_solve") }
    let secondary = unsafe Int(Cbc_secondaryStatus(model))
    if unsafe Cbc_isContinuousUnbounded(model) == 1 || secondary == 7 { return .unbounded }
    if unsafe Cbc_isProvenInfeasible(model) == 1 { return .infeasible }
    let hasIntegers = columns.contains(where: \.isInteger)
    if unsafe Cbc_isProvenOptimal(model) == 1 {
      guard let solution = solution(of: handle, hasIntegers: hasIntegers) else {
        throw .unclear(function: "Cbc_solve", status: 0, secondary: secondary)
      }
      return .optimal(solution)
    }
    let status = unsafe Int(Cbc_status(model))
    guard hasIntegers, status == 1 || status == 5 else {
      throw .unclear(function: "Cbc_solve", status: status, secondary: secondary)
    }
    let incumbent = solution(of: handle, hasIntegers: true)
    return .stopped(incumbent: incumbent, bound: bound(of: handle, incumbent?.objective))
  }

  /// The values of the best solution; none where none was met.
  private func solution(of handle: SolverHandle, hasIntegers: Bool) -> SolverSolution? {
    let found =
      hasIntegers
      ? unsafe UnsafePointer(Cbc_bestSolution(handle.model))
      : unsafe Cbc_getColSolution(handle.model)
    guard let pointer = unsafe found else { return nil }
    let values = columns.enumerated().map { index, column in
      let value = unsafe pointer[index]
      return column.isInteger ? value.rounded() : value
    }
    let objective = objective(of: values)
    return SolverSolution(
      values: values, objective: objective,
      bound: hasIntegers ? bound(of: handle, objective) : objective)
  }

  /// The proven bound in the model's own direction, never on the wrong side of `objective`.
  private func bound(of handle: SolverHandle, _ objective: Double?) -> Double {
    let best = unsafe Cbc_getBestPossibleObjValue(handle.model)
    switch direction {
    case .minimise: return objective.map { min($0, best) } ?? best
    case .maximise: return objective.map { max($0, -best) } ?? -best
    }
  }
}
