import Testing

/// Package.swift declares what the table of rooms allows: no less, and no more.
@Suite struct ManifestTests {
  @Test(arguments: House.rooms.map(\.name))
  func packageDeclaresWhatTheTableAllows(name: String) throws {
    let room = try #require(House.rooms.first { $0.name == name })
    let manifest = Repository.File(path: "Package.swift")
    let declared = try #require(Manifest.dependencies(of: name, in: try manifest.tokens()))
    #expect(Set(declared) == Set(room.imports.keys).subtracting(House.toolchain))
  }

  /// Flags that SwiftPM cannot judge would keep others from depending on the package.
  @Test func packageHasNoUnsafeFlags() throws {
    let tokens = try Repository.File(path: "Package.swift").tokens()
    #expect(!tokens.contains { $0.isWord("unsafeFlags") })
  }

  /// Only the rooms over C are made by the function that checks memory safety.
  @Test func roomsOverCAreMadeAsSuch() throws {
    let code = try Repository.File(path: "Package.swift").tokens().code
    let made = code.indices.filter { place in
      code[place].isWord("cRoom") && !code[place - 1].isWord("func")
        && place + 2 < code.count && code[place + 2].kind == .string
    }
    #expect(Set(made.map { code[$0 + 2].text }) == Set(House.rooms.filter(\.isOverC).map(\.name)))
  }

  @Test func benchmarksAreTheirOwnPackage() throws {
    let manifest = try Repository.File(path: "Package.swift").text()
    #expect(!manifest.contains("Benchmarks"))
    let own = try Repository.File(path: "Benchmarks/Package.swift").tokens()
    #expect(own.contains { $0.isWord("Package") })
  }

  @Test func dependenciesOfATargetAreRead() {
    let manifest = """
      let package = Package(
        targets: [
          room("A", []),
          room(
            "B", ["A", .product(name: "Module", package: "swift-module")]),
          .executableTarget(
            name: "tool",
            dependencies: ["B", .product(name: "Other", package: "swift-other")],
            swiftSettings: common),
          tests("BTests", ["B"]),
        ])
      """
    let tokens = SwiftLexer.tokens(of: manifest)
    #expect(Manifest.dependencies(of: "A", in: tokens) == [])
    #expect(Manifest.dependencies(of: "B", in: tokens) == ["A", "Module"])
    #expect(Manifest.dependencies(of: "tool", in: tokens) == ["B", "Other"])
    #expect(Manifest.dependencies(of: "C", in: tokens) == nil)
  }
}

/// As much of Package.swift as these tests need.
enum Manifest {
  /// The modules that the target `name` declares; `nil` where there is no such target.
  static func dependencies(of name: String, in tokens: [SwiftToken]) -> [String]? {
    let code = tokens.code
    let makers: Set = ["room", "cRoom", "executableTarget", "target"]
    for place in code.indices where makers.contains(code[place].text) {
      guard place + 1 < code.count, code[place + 1].isSymbol("("),
        let closing = code.closingBracket(of: place + 1)
      else { continue }
      let call = Array(code[place...closing])
      guard let first = call.firstIndex(where: { $0.kind == .string }), call[first].text == name,
        let opening = call[first...].firstIndex(where: { $0.isSymbol("[") }),
        let end = call.closingBracket(of: opening)
      else { continue }
      return (opening..<end).compactMap { place in
        guard call[place].kind == .string else { return nil }
        let isPackage = call[place - 1].isSymbol(":") && call[place - 2].isWord("package")
        return isPackage ? nil : call[place].text
      }
    }
    return nil
  }
}
