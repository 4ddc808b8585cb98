// swift-tools-version: 6.2
// The rooms and what each may import: Docs/architecture.md. Tests/ArchitectureTests holds the
// sources to the same table, because SwiftPM lets an undeclared transitive import compile.
import PackageDescription

let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A room over one C library: the only kind of room where `unsafe` may stand.
func cRoom(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: common + [.strictMemorySafety()])
}

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: common)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: common)
}

let package = Package(
  name: "upland",
  products: [
    .executable(name: "upland", targets: ["upland"]),
    // For packages that measure the kernels from outside; no promise of a stable interface.
    .library(name: "UplandRooms", targets: ["GeoModel", "GeoAlgorithms", "GDALKit", "Publishing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGDAL", path: "Sources/CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(
      name: "CGEOS", path: "Sources/CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CDigest", path: "Sources/CDigest", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    // Without pkg-config: see Sources/CCairo/pango.h.
    .systemLibrary(name: "CCairo", path: "Sources/CCairo"),
    .systemLibrary(
      name: "CCbc", path: "Sources/CCbc", pkgConfig: "cbc",
      providers: [.apt(["coinor-libcbc-dev"])]),

    room("GeoModel", []),
    cRoom("GDALKit", ["CGDAL", "GeoModel"]),
    cRoom("GEOSKit", ["CGEOS", "GeoModel"]),
    cRoom("PROJKit", ["CPROJ", "GeoModel"]),
    cRoom("DigestKit", ["CDigest"]),
    cRoom("CairoKit", ["CCairo", "GeoModel"]),
    cRoom("SolverKit", ["CCbc"]),
    room(
      "GeoAlgorithms", ["GeoModel", .product(name: "RealModule", package: "swift-numerics")]),
    room("Plan", ["GeoModel", .product(name: "Yams", package: "Yams")]),
    room(
      "ForestCover",
      [
        "GeoModel", "GeoAlgorithms", "GEOSKit", "PROJKit",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    room("RoadAccess", ["GeoModel", "GeoAlgorithms", "SolverKit"]),
    room("Indicators", ["GeoModel"]),
    room(
      "Resettlement",
      [
        "GeoModel", "GeoAlgorithms", "GEOSKit", "SolverKit",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    room(
      "Boundaries",
      [
        "GeoModel", "GeoAlgorithms", "GEOSKit", "PROJKit",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    room("Publishing", ["GeoModel", "GDALKit", "GEOSKit", "DigestKit"]),
    room("Cartography", ["GeoModel", "GeoAlgorithms", "CairoKit", "Publishing"]),
    room(
      "Studies",
      [
        "GeoModel", "GeoAlgorithms", "GDALKit", "GEOSKit", "PROJKit", "Plan", "ForestCover",
        "RoadAccess", "Boundaries", "Indicators", "Resettlement", "Publishing", "DigestKit",
        "CairoKit", "SolverKit", "Cartography",
      ]),
    .executableTarget(
      name: "upland",
      dependencies: [
        "Studies", "Plan", "Publishing", "GeoModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: common),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common),
    tests("ArchitectureTests", []),
    tests("GeoModelTests", ["GeoModel"]),
    tests("GeoAlgorithmsTests", ["GeoModel", "GeoAlgorithms"], exclude: ["Fixtures"]),
    tests("GDALKitTests", ["GDALKit", "GeoModel"]),
    tests("GEOSKitTests", ["GEOSKit", "GeoModel"]),
    tests("PROJKitTests", ["PROJKit", "GeoModel"], exclude: ["Fixtures"]),
    tests("CairoKitTests", ["CairoKit", "GeoModel"]),
    tests(
      "CartographyTests",
      ["Cartography", "CairoKit", "GeoAlgorithms", "GeoModel", "PROJKit", "Publishing"]),
    tests("PlanTests", ["Plan", "GeoModel"], exclude: ["Cases", "schema_check.py"]),
    tests("BoundariesTests", ["Boundaries", "GeoModel", "GeoAlgorithms", "GEOSKit", "PROJKit"]),
    tests("IndicatorsTests", ["Indicators", "GeoModel"]),
    tests(
      "ForestCoverTests", ["ForestCover", "GeoModel", "GeoAlgorithms", "PROJKit"],
      exclude: ["Fixtures"]),
    tests("SolverKitTests", ["SolverKit"]),
    tests("RoadAccessTests", ["RoadAccess", "GeoModel", "GeoAlgorithms", "SolverKit"]),
    tests("ResettlementTests", ["Resettlement", "GeoModel", "GeoAlgorithms", "SolverKit"]),
    tests("PublishingTests", ["Publishing", "DigestKit", "GeoModel"], exclude: ["Golden"]),
    tests(
      "StudiesTests",
      [
        "Studies", "Plan", "GeoModel", "GDALKit", "PROJKit", "Publishing", "ForestCover",
        "Resettlement", "Cartography",
      ],
      exclude: ["Fixtures"]),
    tests(
      "CommandTests",
      [
        "upland", "Studies", "Publishing", "GDALKit", "GeoModel",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Cases", "Fixtures"]),
  ]
)
