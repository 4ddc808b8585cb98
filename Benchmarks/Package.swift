// swift-tools-version: 6.2
// A package of its own, so that nobody builds it to use Upland. README.md says how to run it.
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "upland-benchmarks",
  products: [
    .executable(name: "kernel-benchmarks", targets: ["KernelBenchmarks"]),
    .executable(name: "cost-distance", targets: ["CostDistanceBenchmark"]),
    .executable(name: "planar-twin", targets: ["PlanarTwin"]),
  ],
  dependencies: [.package(name: "upland", path: "..")],
  targets: [
    .executableTarget(
      name: "KernelBenchmarks",
      dependencies: [.product(name: "UplandRooms", package: "upland")], swiftSettings: settings),
    .executableTarget(
      name: "CostDistanceBenchmark",
      dependencies: [.product(name: "UplandRooms", package: "upland")], swiftSettings: settings),
    .executableTarget(
      name: "PlanarTwin",
      dependencies: [.product(name: "UplandRooms", package: "upland")], swiftSettings: settings),
  ]
)
