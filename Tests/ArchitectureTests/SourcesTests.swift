import Testing

/// Every file of Sources keeps to the rules of ``SourceRules``.
@Suite struct SourcesTests {
  private func check(_ rule: ([SwiftToken]) -> [Violation], in rooms: [Room] = House.rooms) throws {
    for room in rooms {
      for file in try Repository.files(under: "Sources/\(room.name)", suffix: ".swift") {
        for violation in rule(try file.tokens()) {
          Issue.record("\(file.path):\(violation)")
        }
      }
    }
  }

  @Test func nothingPrintsOrEndsTheProgram() throws {
    try check(SourceRules.forbiddenCalls)
  }

  @Test func nothingIsForced() throws {
    try check(SourceRules.forcedOperations)
  }

  @Test func unsafeStandsOnlyInTheRoomsOverC() throws {
    try check(SourceRules.unsafeNames, in: House.rooms.filter { !$0.isOverC })
  }

  @Test func everyUncheckedHasAReason() throws {
    try check(SourceRules.uncheckedWithoutReason)
  }

  @Test func nothingIsReexported() throws {
    try check(SourceRules.reexports)
  }

  @Test func everyPublicSymbolIsDocumented() throws {
    try check(SourceRules.undocumentedSymbols)
  }

  @Test func filesAreShort() throws {
    let files = try Repository.files(under: "Sources", suffix: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      let length = try file.lineCount()
      if let reason = House.longFiles[file.path] {
        #expect(length > House.greatestLength, "\(file.path) is short now: take it off the list")
        #expect(length <= House.refusedLength, "\(file.path): \(length) lines (\(reason))")
      } else {
        #expect(length <= House.greatestLength, "\(file.path): \(length) lines")
      }
    }
    let listed = Set(House.longFiles.keys).subtracting(files.map(\.path))
    #expect(listed == [], "listed, yet not there")
  }

  @Test func testFilesAreNotEndless() throws {
    for file in try Repository.files(under: "Tests", suffix: ".swift") {
      let length = try file.lineCount()
      #expect(length <= House.refusedLength, "\(file.path): \(length) lines")
    }
  }

  /// `make test` runs Swift Testing alone: a test of the older kind would never run.
  @Test func noTestIsOfTheOlderKind() throws {
    for file in try Repository.files(under: "Tests", suffix: ".swift") {
      let modules = SourceRules.imports(in: try file.tokens()).map(\.module)
      #expect(!modules.contains("XCTest"), "\(file.path)")
    }
  }
}
