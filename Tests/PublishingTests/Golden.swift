import Foundation
import Testing

/// Files of expected bytes beside the tests. `UPLAND_RECORD=1 swift test` writes them anew;
/// what it wrote is to be read before it is committed.
enum Golden {
  static func expect(
    _ name: String, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPLAND_RECORD"] != nil {
      try Data(bytes).write(to: file)
      return
    }
    let expected = try Data(contentsOf: file)
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
      "differs from Golden/\(name)", sourceLocation: sourceLocation)
  }
}
