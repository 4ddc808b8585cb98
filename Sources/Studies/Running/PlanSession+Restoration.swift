public import GeoModel
internal import Plan

/// Where new forest could come from: the answer to ``PlanSession/restoration(in:)``.
public struct RestorationAnswer: Sendable {
  /// The plots or patches of bare land, the first to be planted first.
  public var sites: LayerResult
  /// A line a target for forest cover: what is missing, and whether it can still be met.
  public var gaps: Layer
}

extension PlanSession {
  /// Where new forest could come from: the plots or patches of bare land, ranked among all of the study; all of
  /// them or those in the unit `code`.
  ///
  /// - Throws: ``StudyError``.
  public func restoration(in code: String?) async throws -> RestorationAnswer {
    guard let section = plan.forest, let restoration = section.restoration else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: plan.forest?.mark, path: RestorationStudy.path,
          message: "the plan has no such section",
          suggestion: "add 'restoration: {}' under forest; the plan page names its keys")
      ])
    }
    let study = try await StudyLoader(plan: plan, options: options).load(villages: false)
    let codes = try code.map { try study.finestCodes(in: $0) }
    let result = try await RestorationStudy(
      study: study, section: section, restoration: restoration, options: options
    ).run()
    let layers = RestorationLayers(study: study, restoration: restoration, result: result)
    return RestorationAnswer(
      sites: LayerResult(layer: layers.sites(in: codes), warnings: study.ledger.warnings),
      gaps: layers.gaps())
  }
}

extension ForestSection {
  /// What of the section asks where new forest could come from and can be answered.
  var computedRestoration: RestorationSection? {
    switch presentCover?.definition {
    case .types: restoration
    case .classes: restoration?.bareClasses.isEmpty == false ? restoration : nil
    default: nil
    }
  }
}
