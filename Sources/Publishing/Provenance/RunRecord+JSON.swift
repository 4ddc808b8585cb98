internal import DigestKit
internal import GeoModel

extension RunRecord {
  /// The version of the form of `run.json`.
  public static let formVersion = 1

  /// The record as JSON: every member always there, lists empty where there is nothing, so that a
  /// reader needs no case for a missing one.
  public var json: JSONValue {
    [
      "upland_run": .integer(RunRecord.formVersion),
      "tool": [
        "name": "upland", "version": .text(version), "libraries": .object(libraries),
      ],
      "plan": .object(
        [JSONMember("path", .text(plan.path))] + members(plan.digest) + [
          JSONMember("title", .optional(plan.title)),
          JSONMember("vintage", .optional(plan.vintage)),
        ]),
      "sources": .list(sources.map(json)),
      "coordinate_operations": .list(operations.map(json)),
      "rules": .object(rules),
      "assumptions": .list(
        assumptions.map {
          [
            "section": .text($0.section), "assumption": .text($0.assumption),
            "count": .integer($0.count), "of": $0.of.map { .integer($0) } ?? .null,
          ]
        }),
      "reads": .list(reads.map(json)),
      "not_computed": .list(
        notComputed.map { ["section": .text($0.section), "reason": .text($0.reason)] }),
      "layers": .list(layers.map(json)),
      "rasters": .list(
        rasters.map { raster in
          .object(
            [JSONMember("name", .text(raster.name)), JSONMember("path", .text(raster.path))]
              + members(raster.digest) + [
                JSONMember("columns", .integer(raster.columns)),
                JSONMember("rows", .integer(raster.rows)),
                JSONMember("unit", .text(raster.unit)),
              ])
        }),
      "findings": FindingList(findings).countsAsJSON,
    ]
  }

  private func json(_ source: SourceRecord) -> JSONValue {
    [
      "section": .text(source.section), "source": .text(source.source),
      "layer": .optional(source.layer), "crs": .optional(source.referenceSystem),
      "crs_by": .optional(source.referenceSystemBy), "vintage": .optional(source.vintage),
      "files": .list(
        source.files.map {
          .object([JSONMember("path", .text($0.path))] + members($0.digest))
        }),
    ]
  }

  private func json(_ operation: OperationRecord) -> JSONValue {
    [
      "section": .text(operation.section), "from": .text(operation.from), "to": .text(operation.to),
      "operation": .text(operation.operation),
      "accuracy_m": operation.accuracyMetres.map { .decimal($0, decimals: 6) } ?? .null,
    ]
  }

  private func json(_ read: ReadRecord) -> JSONValue {
    [
      "section": .text(read.section), "read": .integer(read.read), "used": .integer(read.used),
      "left_out": .list(
        read.leftOut.map { ["reason": .text($0.reason), "count": .integer($0.count)] }),
    ]
  }

  private func json(_ layer: LayerRecord) -> JSONValue {
    .object(
      [
        JSONMember("name", .text(layer.name)), JSONMember("path", .text(layer.path)),
      ] + members(layer.digest) + [
        JSONMember("features", .integer(layer.report.features)),
        JSONMember(
          "writing",
          .object(layer.report.remarks.map { JSONMember($0.name, .integer($0.count)) })),
        JSONMember(
          "study_totals", layer.studyTotals.isEmpty ? .null : JSONValue(layer.studyTotals)),
      ])
  }

  private func members(_ digest: FileDigest) -> [JSONMember] {
    [
      JSONMember("bytes", .integer(digest.size)),
      JSONMember("sha256", .text(digest.sha256.hexadecimal)),
    ]
  }
}
