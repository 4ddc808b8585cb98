public import DigestKit
public import GeoModel

extension RunRecord {
  /// Something taken as known.
  public struct AssumptionRecord: Sendable, Hashable {
    /// The section of the plan.
    public var section: String
    /// What was assumed, in words.
    public var assumption: String
    /// How many features it was used for.
    public var count: Int
    /// Of how many.
    public var of: Int?

    /// Makes a record.
    public init(section: String, assumption: String, count: Int, of: Int? = nil) {
      self.section = section
      self.assumption = assumption
      self.count = count
      self.of = of
    }
  }

  /// What was read of a section.
  public struct ReadRecord: Sendable, Hashable {
    /// The section of the plan.
    public var section: String
    /// The number read.
    public var read: Int
    /// The number used.
    public var used: Int
    /// Why the others were not, with the count of each reason.
    public var leftOut: [LeftOut]

    /// A reason and how many were left out for it.
    public struct LeftOut: Sendable, Hashable {
      /// The reason.
      public var reason: String
      /// How many.
      public var count: Int

      /// Makes a record.
      public init(reason: String, count: Int) {
        self.reason = reason
        self.count = count
      }
    }

    /// Makes a record.
    public init(section: String, read: Int, used: Int, leftOut: [LeftOut] = []) {
      self.section = section
      self.read = read
      self.used = used
      self.leftOut = leftOut
    }
  }

  /// A section that was validated and not computed.
  public struct NotComputedRecord: Sendable, Hashable {
    /// The section of the plan.
    public var section: String
    /// Why.
    public var reason: String

    /// Makes a record.
    public init(section: String, reason: String) {
      self.section = section
      self.reason = reason
    }
  }

  /// A raster that was written.
  public struct RasterRecord: Sendable, Hashable {
    /// The raster's name.
    public var name: String
    /// Its file, relative to the folder of the run.
    public var path: String
    /// The file's size and digest.
    public var digest: FileDigest
    /// The number of columns.
    public var columns: Int
    /// The number of rows.
    public var rows: Int
    /// The unit of its cells.
    public var unit: String

    /// Makes a record.
    public init(
      name: String, path: String, digest: FileDigest, columns: Int, rows: Int, unit: String
    ) {
      self.name = name
      self.path = path
      self.digest = digest
      self.columns = columns
      self.rows = rows
      self.unit = unit
    }
  }

  /// A layer that was written.
  public struct LayerRecord: Sendable, Hashable {
    /// The layer's name.
    public var name: String
    /// Its file, relative to the folder of the run.
    public var path: String
    /// The file's size and digest.
    public var digest: FileDigest
    /// What the writing met.
    public var report: GeoJSONReport
    /// The row of the whole study; empty where none.
    public var studyTotals: [Property]

    /// Makes a record.
    public init(
      name: String, path: String, digest: FileDigest, report: GeoJSONReport,
      studyTotals: [Property]
    ) {
      self.name = name
      self.path = path
      self.digest = digest
      self.report = report
      self.studyTotals = studyTotals
    }
  }
}
