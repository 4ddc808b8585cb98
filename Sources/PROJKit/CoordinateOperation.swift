internal import CPROJ
public import GeoModel

/// One coordinate operation between two reference systems, chosen once for an area and then used
/// for every position in it, so that a result does not depend on the order of positions.
///
/// Longitude (easting) comes before latitude (northing) on both sides, whatever the authorities
/// prescribe. Not `Sendable`: a PROJ context belongs to one thread; each worker makes its own.
public final class CoordinateOperation {
  /// The system that positions come from.
  public let source: ReferenceSystem
  /// The system that positions go to.
  public let target: ReferenceSystem
  /// PROJ's name of the operation.
  public let name: String
  /// The accuracy that PROJ states, in metres; `nil` where it states none. 0 for an exact
  /// conversion.
  public let accuracyMetres: Double?

  private let context: PROJContext
  private let operation: PROJObject

  /// Chooses the best operation for `area` (longitude and latitude) among those that PROJ knows
  /// and has the grids for, never a ballpark one.
  ///
  /// - Throws: ``PROJError/ballparkOnly(from:to:)`` where only a transformation that ignores the
  ///   datum exists, ``PROJError/noOperation(from:to:reason:)`` where there is none.
  /// - Source: `proj_create_operations`, `proj_normalize_for_visualization`.
  public init(
    from source: ReferenceSystem, to target: ReferenceSystem, area: BoundingBox? = nil
  ) throws(PROJError) {
    let context = try PROJContext()
    let from = try ReferenceSystemReader.horizontalObject(source.definition, in: context)
    let to = try ReferenceSystemReader.horizontalObject(target.definition, in: context)
    guard
      let raw = try Self.bestOperation(
        from: from, to: to, area: area, allowBallpark: false, context: context)
    else {
      let ballpark = try Self.bestOperation(
        from: from, to: to, area: area, allowBallpark: true, context: context)
      if ballpark != nil {
        throw PROJError.ballparkOnly(from: source.name, to: target.name)
      }
      throw PROJError.noOperation(from: source.name, to: target.name, reason: context.lastError)
    }
    guard
      let operation = unsafe PROJObject(
        proj_normalize_for_visualization(context.handle, raw.handle))
    else {
      throw PROJError.failure(
        function: "proj_normalize_for_visualization", reason: context.lastError)
    }
    let accuracy = unsafe proj_coordoperation_get_accuracy(context.handle, raw.handle)
    self.source = source
    self.target = target
    self.name = raw.name
    self.accuracyMetres = accuracy >= 0 ? accuracy : nil
    self.context = context
    self.operation = operation
  }

  private static func bestOperation(
    from: PROJObject, to: PROJObject, area: BoundingBox?, allowBallpark: Bool,
    context: PROJContext
  ) throws(PROJError) -> PROJObject? {
    guard let factory = unsafe proj_create_operation_factory_context(context.handle, nil) else {
      throw PROJError.failure(
        function: "proj_create_operation_factory_context", reason: context.lastError)
    }
    defer { unsafe proj_operation_factory_context_destroy(factory) }
    unsafe proj_operation_factory_context_set_allow_ballpark_transformations(
      context.handle, factory, allowBallpark ? 1 : 0)
    unsafe proj_operation_factory_context_set_spatial_criterion(
      context.handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    unsafe proj_operation_factory_context_set_grid_availability_use(
      context.handle, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    if let area, !area.isEmpty {
      unsafe proj_operation_factory_context_set_area_of_interest(
        context.handle, factory, area.minimumX, area.minimumY, area.maximumX, area.maximumY)
    }
    guard
      let list = unsafe proj_create_operations(context.handle, from.handle, to.handle, factory)
    else { return nil }
    defer { unsafe proj_list_destroy(list) }
    guard unsafe proj_list_get_count(list) > 0 else { return nil }
    return unsafe PROJObject(proj_list_get(context.handle, list, 0))
  }

  /// The positions in the target system, in the same order. O(n).
  ///
  /// - Throws: ``PROJError/outOfDomain(x:y:operation:)`` at the first position that has no image.
  public func transform(_ coordinates: [Coordinate]) throws(PROJError) -> [Coordinate] {
    try apply(PJ_FWD, to: coordinates)
  }

  /// The positions of the target system back in the source system, in the same order. O(n).
  ///
  /// - Throws: ``PROJError/outOfDomain(x:y:operation:)`` at the first position that has no image.
  public func inverse(_ coordinates: [Coordinate]) throws(PROJError) -> [Coordinate] {
    try apply(PJ_INV, to: coordinates)
  }

  private func apply(
    _ direction: PJ_DIRECTION, to coordinates: [Coordinate]
  ) throws(PROJError) -> [Coordinate] {
    guard !coordinates.isEmpty else { return [] }
    var moved = coordinates
    let stride = MemoryLayout<Coordinate>.stride
    let handle = unsafe operation.handle
    unsafe proj_errno_reset(handle)
    unsafe moved.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let x = unsafe base.assumingMemoryBound(to: Double.self)
      let y = unsafe x + 1
      _ = unsafe proj_trans_generic(
        handle, direction, x, stride, bytes.count / stride, y, stride, bytes.count / stride,
        nil, 0, 0, nil, 0, 0)
    }
    // PROJ marks a position without an image by infinity, which also finds bad input.
    if let bad = moved.firstIndex(where: { !$0.isFinite }) {
      throw PROJError.outOfDomain(x: coordinates[bad].x, y: coordinates[bad].y, operation: name)
    }
    return moved
  }
}
