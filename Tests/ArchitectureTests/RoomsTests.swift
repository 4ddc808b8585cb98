import Testing

/// SwiftPM compiles an undeclared transitive import; these tests do not let it pass.
@Suite struct RoomsTests {
  @Test func everyFolderOfSourcesIsARoom() throws {
    let folders = Set(try Repository.folders(under: "Sources"))
    let rooms = Set(House.rooms.map(\.name))
    #expect(folders == rooms.union(House.cModules))
  }

  @Test func sourcesHoldSwiftFilesOnlyInRooms() throws {
    let rooms = Set(House.rooms.map(\.name))
    let stray = try Repository.files(under: "Sources", suffix: ".swift")
      .filter { !rooms.contains($0.room) }
    #expect(stray.map(\.path) == [])
  }

  @Test(arguments: House.rooms.map(\.name))
  func filesImportOnlyWhatTheTableAllows(name: String) throws {
    let room = try #require(House.rooms.first { $0.name == name })
    for file in try Repository.files(under: "Sources/\(name)", suffix: ".swift") {
      for declaration in SourceRules.imports(in: try file.tokens()) {
        #expect(
          room.imports[declaration.module] != nil,
          "\(file.path):\(declaration.line) imports \(declaration.module)")
        #expect(
          !(declaration.isPublic && House.cModules.contains(declaration.module)),
          "\(file.path):\(declaration.line) lets C types into the room's interface")
      }
    }
  }

  @Test(arguments: House.rooms.map(\.name))
  func everyAllowedImportIsUsed(name: String) throws {
    let room = try #require(House.rooms.first { $0.name == name })
    let used = try Repository.files(under: "Sources/\(name)", suffix: ".swift")
      .flatMap { SourceRules.imports(in: try $0.tokens()).map(\.module) }
    #expect(Set(room.imports.keys).subtracting(used) == [])
  }

  @Test func everyAllowedImportHasAReason() {
    for room in House.rooms {
      for (module, reason) in room.imports {
        #expect(!reason.isEmpty, "\(room.name) imports \(module)")
      }
    }
  }

  /// What binds the subjects, whatever the table comes to say.
  @Test func subjectsNeverImportEachOtherNorTouchFiles() throws {
    let subjects: Set = [
      "ForestCover", "RoadAccess", "Boundaries", "Resettlement", "Indicators",
    ]
    let allowed: Set = [
      "GeoModel", "GeoAlgorithms", "GEOSKit", "PROJKit", "RealModule", "SolverKit",
    ]
    for room in House.rooms where subjects.contains(room.name) {
      #expect(Set(room.imports.keys).isSubset(of: allowed), "\(room.name)")
    }
  }

  @Test func kernelsImportNeitherFoundationNorC() throws {
    let kernels = try #require(House.rooms.first { $0.name == "GeoAlgorithms" })
    #expect(Set(kernels.imports.keys).isDisjoint(with: House.toolchain.union(House.cModules)))
    let values = try #require(House.rooms.first { $0.name == "GeoModel" })
    #expect(values.imports.isEmpty)
  }

  @Test func onlyOneRoomStandsOverEachCLibrary() {
    for module in House.cModules {
      let rooms = House.rooms.filter { $0.imports[module] != nil }
      #expect(rooms.count == 1, "\(module)")
      #expect(rooms.allSatisfy { $0.isOverC }, "\(module)")
    }
  }
}
