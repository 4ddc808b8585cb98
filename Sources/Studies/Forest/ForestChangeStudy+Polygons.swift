internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Plan

extension ForestChangeStudy {
  /// The change between two years of polygons or inventories. Functions are those of the plan, else
  /// those that the first year's inventory tells.
  func polygonChange(of levels: [Study.Level]) async throws -> Result {
    let before = try ground(of: first.cover)
    let after = try ground(of: last.cover)
    let functions = try self.functions(before)
    let change = PolygonForestChange(before: before, after: after, functions: functions)
    let units = levels.flatMap(\.units)
    let options = cover.options
    let changes = try await OrderedWork.map(
      count: units.count, jobs: options.jobs, makeState: {},
      progress: { options.report("forest change", $0, of: units.count) },
      body: { index, _ in
        do throws(GEOSError) {
          return try change.change(in: units[index].polygons, area: units[index].area)
        } catch {
          throw StudyError.internalFailure("forest in \(units[index].label): \(error.message)")
        }
      })
    return Result(
      levels: results(of: levels, changes), obstacle: nil, functions: functions?.functions ?? [])
  }

  private func functions(_ before: ForestGround) throws(StudyError) -> FunctionAreas? {
    let ofPlan = try ForestFunctionsLoader(plan: study.plan, ledger: study.ledger)
      .areas(section.functions)
    if let ofPlan { return ofPlan }
    do throws(GEOSError) {
      return try before.functions()
    } catch {
      throw .internalFailure("forest: \(error.message)")
    }
  }

  private func ground(of source: ForestCoverSource) throws(StudyError) -> ForestGround {
    guard case .types(let types) = source.definition else {
      return ForestGround(try cover.polygonCover(of: source))
    }
    let inventory = try cover.inventory(cover: source, types: types)
    do throws(GEOSError) {
      return try ForestGround(inventory)
    } catch {
      throw .internalFailure("forest: \(error.message)")
    }
  }
}
