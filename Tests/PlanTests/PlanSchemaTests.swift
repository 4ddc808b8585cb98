import Foundation
import Testing

@testable import Plan

/// The schema that editors use says the same as the reader. `schema_check.py` validates plans by it.
struct PlanSchemaTests {
  typealias Object = [String: Any]

  private func schema() throws -> Object {
    let file = SharedPlanTests.root.appending(path: "GeoData/schema/plan.schema.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(value as? Object)
  }

  private func definition(_ table: KeyTable, in schema: Object) throws -> Object {
    if table.name == "plan" { return schema }
    let definitions = try #require(schema["$defs"] as? Object)
    return try #require(definitions[table.name] as? Object, "the schema lacks \(table.name)")
  }

  @Test func hasTheReadersKeysSectionBySection() throws {
    let schema = try schema()
    for table in KeyTable.all {
      let definition = try definition(table, in: schema)
      let properties = try #require(definition["properties"] as? Object)
      #expect(Set(properties.keys) == Set(table.keys), "keys of \(table.name)")
      let required = definition["required"] as? [String] ?? []
      #expect(Set(required) == Set(table.required), "required keys of \(table.name)")
      #expect(definition["additionalProperties"] as? Bool == false, "\(table.name)")
    }
  }

  @Test func hasNoSectionThatTheReaderLacks() throws {
    let definitions = try #require(try schema()["$defs"] as? Object)
    let sections = definitions.filter { ($0.value as? Object)?["properties"] != nil }.keys
    #expect(Set(sections) == Set(KeyTable.all.map(\.name)).subtracting(["plan"]))
  }

  @Test func explainsEveryKey() throws {
    let schema = try schema()
    for table in KeyTable.all {
      let properties = try #require(definition(table, in: schema)["properties"] as? Object)
      for (key, value) in properties {
        let property = try #require(value as? Object)
        let isExplained = property["description"] is String || property["$ref"] is String
        #expect(isExplained, "\(table.name).\(key)")
      }
    }
  }

  @Test func hasTheReadersWords() throws {
    let schema = try schema()
    func words(_ table: KeyTable, _ key: String) throws -> Set<String> {
      let properties = try #require(definition(table, in: schema)["properties"] as? Object)
      let property = try #require(properties[key] as? Object)
      return Set(try #require(property["enum"] as? [String]))
    }
    func known<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> Set<String> {
      Set(Choice.allCases.map(\.rawValue))
    }
    #expect(try words(.plan, "language") == known(Plan.Language.self))
    #expect(try words(.source, "numbers") == known(SourceReference.NumberStyle.self))
    #expect(try words(.declaredArea, "unit") == known(DeclaredArea.AreaUnit.self))
    #expect(try words(.villages, "shape") == known(VillagesSection.Shape.self))
    #expect(try words(.roads, "join") == known(RoadsSection.Join.self))
    #expect(try words(.roads, "snap") == known(RoadsSection.Snap.self))
    #expect(try words(.population, "kind") == known(PopulationSection.Kind.self))
    #expect(try words(.hazard, "from") == known(HazardDefinition.Origin.self))
    #expect(try words(.indicator, "scope") == known(IndicatorDefinition.Scope.self))
    #expect(try words(.column, "kind") == known(IndicatorColumn.Kind.self))
    #expect(try words(.crosswalk, "unlisted") == known(CrosswalkStep.Unlisted.self))
    #expect(try words(.classification, "rule") == known(ClassificationDefinition.Rule.self))
    #expect(
      try words(.classification, "indicator") == known(ClassificationDefinition.Indicator.self))
    #expect(
      try words(.classificationBase, "unlisted")
        == known(ClassificationDefinition.Base.Unlisted.self))
  }

  @Test func theReferencePageNamesEveryKey() throws {
    let file = SharedPlanTests.root.appending(path: "Docs/plan.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    for table in KeyTable.all {
      for key in table.keys where !page.contains("`\(key)`") {
        Issue.record("Docs/plan.md does not name `\(key)` of \(table.name)")
      }
    }
  }
}
