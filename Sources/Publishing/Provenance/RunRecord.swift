public import DigestKit
public import GeoModel

/// What a run was made of and what it made: the content of `run.json`.
///
/// It holds no time, host, user or absolute path: the same inputs give the same bytes. Paths are as
/// ``SourceName`` publishes them.
public struct RunRecord: Sendable, Hashable {
  /// The version of Upland.
  public var version: String
  /// The versions of the libraries that decide figures, by name.
  public var libraries: [JSONMember] = []
  /// The plan.
  public var plan: PlanRecord
  /// Every source in the order of reading, and after them the files that a plan names beside them: the
  /// rule of forest, tables of codes, confirmed names.
  public var sources: [SourceRecord] = []
  /// Every coordinate operation, in the order of first use.
  public var operations: [OperationRecord] = []
  /// The rules and thresholds that decided the figures, by section of the plan.
  public var rules: [JSONMember] = []
  /// What was taken as known without being in the data, and how often.
  public var assumptions: [AssumptionRecord] = []
  /// What was read of each section, and what was left out.
  public var reads: [ReadRecord] = []
  /// The sections of the plan that this version did not compute.
  public var notComputed: [NotComputedRecord] = []
  /// The layers written.
  public var layers: [LayerRecord] = []
  /// The rasters written.
  public var rasters: [RasterRecord] = []
  /// What was found in the data; run.json holds the counts by severity and kind.
  public var findings: [Finding] = []

  /// Makes a record of a plan, with nothing yet done.
  public init(version: String, plan: PlanRecord) {
    self.version = version
    self.plan = plan
  }

  /// The plan of a run.
  public struct PlanRecord: Sendable, Hashable {
    /// The plan's file name.
    public var path: String
    /// Its size and digest.
    public var digest: FileDigest
    /// Its title.
    public var title: String?
    /// The date from which its units are valid, as in the plan.
    public var vintage: String?

    /// Makes a record.
    public init(path: String, digest: FileDigest, title: String? = nil, vintage: String? = nil) {
      self.path = path
      self.digest = digest
      self.title = title
      self.vintage = vintage
    }
  }

  /// A source of a run.
  public struct SourceRecord: Sendable, Hashable {
    /// The section of the plan: `units.commune`, `villages`, …
    public var section: String
    /// The source's published name.
    public var source: String
    /// The layer within it.
    public var layer: String?
    /// The reference system it is in.
    public var referenceSystem: String?
    /// Who says so: `source`, `plan`, or `plan, against the source` for `crs_override`.
    public var referenceSystemBy: String?
    /// The date that the plan gives for it: of units and tables that from which the units are valid, of a
    /// crosswalk both (`2020-01-10/2025-07-01`), of forest the year; `nil` where the plan gives none.
    public var vintage: String?
    /// Its files, by published name; none where the source is no file (a database, the web).
    public var files: [FileRecord]

    /// Makes a record.
    public init(
      section: String, source: String, layer: String? = nil, referenceSystem: String? = nil,
      referenceSystemBy: String? = nil, vintage: String? = nil, files: [FileRecord]
    ) {
      self.section = section
      self.source = source
      self.layer = layer
      self.referenceSystem = referenceSystem
      self.referenceSystemBy = referenceSystemBy
      self.vintage = vintage
      self.files = files
    }
  }

  /// A file, by its published name.
  public struct FileRecord: Sendable, Hashable {
    /// The published name.
    public var path: String
    /// The size and digest.
    public var digest: FileDigest

    /// Makes a record.
    public init(path: String, digest: FileDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// A coordinate operation.
  public struct OperationRecord: Sendable, Hashable {
    /// The section of the plan whose source it brought to longitude and latitude.
    public var section: String
    /// The system that it starts from.
    public var from: String
    /// The system that it leads to.
    public var to: String
    /// PROJ's name or definition of it.
    public var operation: String
    /// The accuracy in metres; `nil` where PROJ does not know it.
    public var accuracyMetres: Double?

    /// Makes a record.
    public init(
      section: String, from: String, to: String, operation: String, accuracyMetres: Double?
    ) {
      self.section = section
      self.from = from
      self.to = to
      self.operation = operation
      self.accuracyMetres = accuracyMetres
    }
  }
}
