internal import GeoModel
internal import PROJKit
internal import Plan

extension VectorLoader {
  /// How the features are brought to longitude and latitude; `nil` where nothing has to move.
  func placement(
    of found: Unplaced, reference: SourceReference
  ) throws(StudyError) -> Placement? {
    guard let places = found.places else { return nil }
    let (box, system) = (places.box, found.system)
    if let feature = places.notFinite {
      throw problem(
        reference, "feature \(feature) has a position that is no number",
        "correct or remove the feature")
    }
    if let fault = CoordinateRange.fault(of: box, in: system) {
      throw problem(
        reference, "'\(reference.text)' (\(system.name)): \(fault)",
        "name the true system with crs (and crs_override: true where the source declares another)")
    }
    do throws(PROJError) {
      return try Placement(system: system, box: box)
    } catch {
      throw misplaced(reference, error)
    }
  }

  func misplaced(_ reference: SourceReference, _ error: PROJError) -> StudyError {
    problem(reference, "'\(reference.text)': \(error.message)", "name the true system with crs")
  }

  private func problem(
    _ reference: SourceReference, _ message: String, _ suggestion: String
  ) -> StudyError {
    .plan([
      plan.problem(at: reference.mark, path: reference.path, message, suggestion: suggestion)
    ])
  }
}

/// Where the features of a source lie, gathered as they are read.
struct FeaturePlaces {
  /// The features that have a geometry.
  private(set) var count = 0
  /// What they reach over, in the source's own system.
  private(set) var box = BoundingBox.empty
  /// The first feature with a position that is no number.
  private(set) var notFinite: Int64?

  /// Takes in the geometry of a feature; none changes nothing.
  mutating func add(_ geometry: Geometry?, of identifier: Int64) {
    guard let geometry else { return }
    count += 1
    let own = geometry.boundingBox
    guard own.minimumX.isFinite, own.maximumY.isFinite, own.minimumY.isFinite,
      own.maximumX.isFinite
    else {
      notFinite = notFinite ?? identifier
      return
    }
    box.formUnion(own)
  }
}
