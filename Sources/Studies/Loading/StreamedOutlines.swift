internal import Plan

/// How to read the outlines of a level that are not kept, because only their turn to be written needs them.
struct StreamedOutlines: Sendable {
  /// The source of the level.
  let reference: SourceReference
  /// The fields that it was read with.
  let fields: [FieldName]
  /// How outlines are brought to longitude and latitude; `nil` where nothing moves.
  let placement: Placement?
  /// For each feature of the source, in its order, the position of its unit in the level.
  let positions: [Int]
  /// Finds the units' parents, where nothing but outlines tells them.
  var parents: ParentFinder?
}
