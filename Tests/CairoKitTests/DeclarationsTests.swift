import Foundation
import Testing

/// Sources/CCairo/pango.h declares Pango's functions itself; here a compiler compares them with the
/// library's own headers.
@Suite("Declarations") struct DeclarationsTests {
  private static let check = """
    #include <pango/pangocairo.h>
    #define UPLAND_PANGO_TYPES
    #undef g_object_unref
    #include "pango.h"
    _Static_assert(PANGO_STYLE_NORMAL == 0 && PANGO_STYLE_ITALIC == 2, "PangoStyle");
    _Static_assert(PANGO_WEIGHT_NORMAL == 400, "PangoWeight");
    _Static_assert(PANGO_ALIGN_LEFT == 0 && PANGO_ALIGN_CENTER == 1, "PangoAlignment");
    _Static_assert(PANGO_WRAP_WORD == 0 && PANGO_WRAP_WORD_CHAR == 2, "PangoWrapMode");
    _Static_assert(PANGO_SCALE == 1024, "PANGO_SCALE");
    _Static_assert(sizeof(gboolean) == sizeof(int), "gboolean");
    _Static_assert(sizeof(PangoRectangle) == 4 * sizeof(int), "PangoRectangle");
    _Static_assert(__builtin_offsetof(PangoRectangle, width) == 2 * sizeof(int), "PangoRectangle");
    """

  @Test func functionsAreThoseOfTheLibrary() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = FileManager.default.temporaryDirectory
      .appending(path: "upland-pango-\(UUID().uuidString).c")
    try Self.check.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "clang -fsyntax-only -Werror -I \"$1\" $(pkg-config --cflags pangocairo) \"$2\" 2>&1", "check",
      root.appending(path: "Sources/CCairo").path(percentEncoded: false),
      file.path(percentEncoded: false),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
