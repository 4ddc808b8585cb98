internal import ForestCover
internal import Plan

/// The inventories that a study has read, so that what asks for one again (targets, restoration,
/// change) does not read it and lay its plots over each other a second time.
///
/// One study has one; as ``SourceLedger`` it is not shared between threads. What a cover holds depends
/// on its source and on the plan's rule, of which there is one.
final class ForestMemory {
  private var inventories: [ForestCoverSource: InventoryForestCover] = [:]

  /// The inventory of `cover`, made by `read` where it is not here yet.
  func inventory(
    of cover: ForestCoverSource, _ read: () throws(StudyError) -> InventoryForestCover
  ) throws(StudyError) -> InventoryForestCover {
    if let known = inventories[cover] { return known }
    let inventory = try read()
    inventories[cover] = inventory
    return inventory
  }
}
