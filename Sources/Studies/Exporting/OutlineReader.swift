internal import GDALKit
internal import Plan

/// Reads the outlines of a level some at a time, for workers that take turns.
struct OutlineReader {
  /// Features that stand next to each other in the source.
  struct Batch: Sendable {
    /// The first one's place in the source, from 0.
    var row: Int
    var features: VectorStream.Features
  }

  private let plan: Plan
  private let outlines: StreamedOutlines
  private let stream: VectorStream
  private var row = 0
  private var failure: (row: Int, error: any Error)?

  /// Begins with the first feature.
  init(_ outlines: StreamedOutlines, plan: Plan) throws(StudyError) {
    self.plan = plan
    self.outlines = outlines
    stream = try VectorLoader(plan: plan, ledger: SourceLedger())
      .stream(outlines.reference, readWith: outlines.fields)
  }

  /// The next features, `most` of them or what is left; `nil` at the end, and once something has failed.
  mutating func next(_ most: Int) -> Batch? {
    guard failure == nil else { return nil }
    do throws(GDALError) {
      guard let features = try stream.next(most) else { return nil }
      defer { row += features.identifiers.count }
      return Batch(row: row, features: features)
    } catch {
      let problem = SourceProblem(
        plan: plan, reference: outlines.reference, fields: outlines.fields)
      fail(problem.error(error), at: row)
      return nil
    }
  }

  /// Notes that the batch that begins at `row` failed. Batches begin in order, so that the first of all that
  /// would fail has begun, and is the one that is told.
  mutating func fail(_ error: any Error, at row: Int) {
    if failure.map({ row < $0.row }) ?? true { failure = (row, error) }
  }

  /// Throws what failed first, or where the source did not end after `count` features.
  func requireEnd(at count: Int) throws {
    if let failure { throw failure.error }
    guard row == count else { throw Self.changed(outlines.reference) }
  }

  /// The error of a source that is not what it was when its fields were read.
  static func changed(_ reference: SourceReference) -> StudyError {
    .input([
      "'\(reference.text)' has changed while it was read; run again when nothing writes to it"
    ])
  }
}
