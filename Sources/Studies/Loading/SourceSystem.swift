internal import GeoModel
internal import PROJKit
internal import Plan

/// Settles which reference system a source is in: what it declares, or what the plan says.
struct SourceSystem {
  let plan: Plan
  let reference: SourceReference

  /// The settled system, and a note for every output where the plan overrides the source.
  struct Settled {
    var system: ReferenceSystem
    var note: String?
  }

  /// Settles the system of a source that declares `declared`.
  func settle(declared: String?) throws(StudyError) -> Settled {
    guard let named = reference.referenceSystem else { return try settleWithoutPlan(declared) }
    let wanted = try read(named.name, at: named.mark, path: named.path)
    guard let declared, let source = try? ReferenceSystemReader.read(declared) else {
      return Settled(system: wanted)
    }
    let isKnown =
      (try? CoordinateOperation(from: source, to: .longitudeLatitude)) != nil
    if !isKnown || source.definition == wanted.definition { return Settled(system: wanted) }
    guard reference.overridesReferenceSystem else {
      throw problem(
        at: named.mark, path: named.path,
        "the source declares \(source.name) (\(source.definition)), the plan says"
          + " \(wanted.name)",
        "leave crs out, or add crs_override: true where the source is wrong")
    }
    return Settled(
      system: wanted,
      note: "the plan overrides the source's \(source.name) with \(wanted.name)")
  }

  private func settleWithoutPlan(_ declared: String?) throws(StudyError) -> Settled {
    guard let declared else {
      throw problem(
        at: reference.mark, path: reference.path,
        "'\(reference.text)' declares no reference system",
        "name it with crs, for example crs: EPSG:3405 (VN-2000 / UTM 48N)")
    }
    let system = try read(declared, at: reference.mark, path: reference.path)
    do throws(PROJError) {
      _ = try CoordinateOperation(from: system, to: .longitudeLatitude)
    } catch {
      throw problem(
        at: reference.mark, path: reference.path, "'\(reference.text)': \(error.message)",
        "name the true system with crs, for example crs: EPSG:3406 (VN-2000 / UTM 49N)")
    }
    return Settled(system: system)
  }

  private func read(
    _ definition: String, at mark: SourceMark, path: String
  ) throws(StudyError) -> ReferenceSystem {
    do throws(PROJError) {
      return try ReferenceSystemReader.read(definition)
    } catch {
      throw problem(at: mark, path: path, error.message, "name a system such as EPSG:4326")
    }
  }

  private func problem(
    at mark: SourceMark, path: String, _ message: String, _ suggestion: String
  ) -> StudyError {
    .plan([plan.problem(at: mark, path: path, message, suggestion: suggestion)])
  }
}
