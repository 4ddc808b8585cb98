public import DigestKit

/// A folder of layers as a Frictionless Data Package (specs.frictionlessdata.io, version 1): each file with
/// its size, digest and the schema of its table.
///
/// It holds no time, host or absolute path: the same layers give the same bytes.
public struct DataPackage: Sendable {
  /// A file of the package.
  public struct Resource: Sendable {
    /// The name, of small letters, digits and `-`: that of the layer.
    public var name: String
    /// What people call it.
    public var title: String?
    /// The file's name.
    public var path: String
    /// The ending that tells the form.
    public var format: String
    /// The media type; `nil` where none is registered.
    public var mediaType: String?
    /// Size and digest.
    public var digest: FileDigest
    /// The columns; `nil` for what is no table.
    public var schema: LayerSchema?
    /// Columns whose values are codes of another resource: the columns, and whose `code` they hold.
    public var references: [(field: String, resource: String)]

    /// Describes a file.
    public init(
      name: String, title: String? = nil, path: String, format: String, mediaType: String? = nil,
      digest: FileDigest, schema: LayerSchema? = nil,
      references: [(field: String, resource: String)] = []
    ) {
      self.name = name
      self.title = title
      self.path = path
      self.format = format
      self.mediaType = mediaType
      self.digest = digest
      self.schema = schema
      self.references = references
    }
  }

  /// What was computed.
  public var record: RunRecord
  /// The files.
  public var resources: [Resource]

  /// Describes a folder of `resources` that `record` tells of.
  public init(record: RunRecord, resources: [Resource]) {
    self.record = record
    self.resources = resources
  }

  /// The content of `datapackage.json`.
  public var json: JSONValue {
    var members = [
      JSONMember("profile", "data-package"), JSONMember("name", "upland-study"),
    ]
    if let title = record.plan.title { members.append(JSONMember("title", .text(title))) }
    members.append(
      JSONMember(
        "sources",
        .list(
          record.sources.map { ["title": .text($0.section), "path": .text($0.source)] })))
    members.append(JSONMember("resources", .list(resources.map(json))))
    return .object(members)
  }

  private func json(_ resource: Resource) -> JSONValue {
    var members = [
      JSONMember("name", .text(resource.name)), JSONMember("profile", "data-resource"),
    ]
    if let title = resource.title { members.append(JSONMember("title", .text(title))) }
    members += [
      JSONMember("path", .text(resource.path)), JSONMember("format", .text(resource.format)),
    ]
    if let type = resource.mediaType { members.append(JSONMember("mediatype", .text(type))) }
    if resource.schema != nil { members.append(JSONMember("encoding", "utf-8")) }
    members += [
      JSONMember("bytes", .integer(resource.digest.size)),
      JSONMember("hash", .text("sha256:\(resource.digest.sha256.hexadecimal)")),
    ]
    if let schema = resource.schema {
      members.append(JSONMember("schema", json(schema, resource.references)))
    }
    return .object(members)
  }

  private func json(
    _ schema: LayerSchema, _ references: [(field: String, resource: String)]
  ) -> JSONValue {
    let names = Set(resources.map(\.name))
    let keys = references.filter { names.contains($0.resource) }
    var members = [
      JSONMember("fields", .list(schema.fields.map(json))),
      JSONMember("primaryKey", .text(LayerSchema.identifier)),
    ]
    if !keys.isEmpty {
      members.append(
        JSONMember(
          "foreignKeys",
          .list(
            keys.map {
              [
                "fields": .text($0.field),
                "reference": ["resource": .text($0.resource), "fields": "code"],
              ]
            })))
    }
    return .object(members)
  }

  private func json(_ field: LayerSchema.Field) -> JSONValue {
    let type =
      switch field.kind {
      case .flag: "boolean"
      case .integer: "integer"
      case .real: "number"
      case .text: "string"
      case .list: "array"
      }
    var members = [
      JSONMember("name", .text(field.name)), JSONMember("type", .text(type)),
      JSONMember("title", .text(field.title)),
    ]
    if let unit = field.unit { members.append(JSONMember("unit", .text(unit))) }
    var constraints: [JSONMember] = []
    if field.isRequired { constraints.append(JSONMember("required", true)) }
    if field.name == LayerSchema.identifier { constraints.append(JSONMember("unique", true)) }
    if let values = field.values {
      constraints.append(JSONMember("enum", .list(values.map { .text($0) })))
    }
    if !constraints.isEmpty { members.append(JSONMember("constraints", .object(constraints))) }
    return .object(members)
  }
}
