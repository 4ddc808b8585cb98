import GDALKit
import GeoModel
import Testing

@Suite("Text and its encodings")
struct EncodingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A CSV file whose one name is made of `bytes`.
  func csv(_ bytes: [UInt8]) throws -> String {
    try folder.write(Array("code,name\n1,".utf8) + bytes + [0x0A], to: "t.csv")
  }

  func name(
    _ bytes: [UInt8], encoding: String? = nil, fieldEncodings: [String: String] = [:]
  ) throws -> String? {
    let request = VectorRequest(
      fields: ["name"], encoding: encoding, fieldEncodings: fieldEncodings)
    return try read(try csv(bytes), request).table.column("name")?.text(at: 0)
  }

  @Test("UTF-8 is read as it stands, composed or not")
  func utf8() throws {
    let composed = "Đắk Lắk và Trà Bồng"
    #expect(Array(try #require(try name(Array(composed.utf8))).utf8) == Array(composed.utf8))
    let decomposed = "Tra\u{300} Bo\u{302}\u{300}ng"
    #expect(Array(try #require(try name(Array(decomposed.utf8))).utf8) == Array(decomposed.utf8))
  }

  @Test("bytes that are not UTF-8 are refused, with the field and the remedy")
  func notUTF8() throws {
    let error = try #require(throws: GDALError.self) { try name([0x42, 0xE0, 0xAC]) }
    #expect(error.level == .encoding)
    #expect(error.subject.hasSuffix("layer t, field name"))
    #expect(error.messages == ["a value is not UTF-8; name the source's encoding in the plan"])
  }

  @Test("a named encoding decodes: Latin 1, Windows 1252, and Vietnamese 1258")
  func named() throws {
    #expect(try name([0x54, 0x72, 0xE0], encoding: "ISO-8859-1") == "Trà")
    #expect(try name([0x80, 0x31], encoding: "CP1252") == "€1")
    // Windows 1258 writes marks after the letter: o with circumflex, then a combining grave.
    #expect(try name([0x42, 0xF4, 0xCC, 0x6E, 0x67], encoding: "CP1258") == "Bồng")
    #expect(try name([0xD0, 0x62], encoding: "CP1258") == "Đb")
  }

  @Test("the encoding is a field's where it is named for the field")
  func fieldEncoding() throws {
    #expect(try name([0xE0], fieldEncodings: ["name": "ISO-8859-1"]) == "à")
    #expect(try name([0xD0], encoding: "ISO-8859-1", fieldEncodings: ["name": "CP1258"]) == "Đ")
    #expect(throws: GDALError.self) { try name([0xE0], fieldEncodings: ["code": "ISO-8859-1"]) }
  }

  /// GDAL's own recoding warns of bytes without a meaning once a process and drops them afterwards
  /// without a word; so the same fault is asked for three times.
  @Test("bytes without a meaning in the encoding are refused, the third time too", arguments: 1...3)
  func invalid(time: Int) throws {
    for (bytes, encoding) in [
      ([0x42, 0x8A, 0x41], "CP1258"), ([0x81, 0x41], "CP1252"), ([0x42, 0xFF], "UTF-8"),
      ([0xDB, 0x41], "ISO-8859-11"),
    ] as [([UInt8], String)] {
      let error = #expect(throws: GDALError.self, "\(encoding)") {
        try name(bytes, encoding: encoding)
      }
      #expect(error?.level == .encoding)
      #expect(error?.messages.first?.contains(encoding) == true)
    }
  }

  @Test("a text that breaks off inside a letter is refused")
  func brokenOff() {
    #expect(throws: GDALError.self) { try name([0x42, 0xE1, 0xBB], encoding: "UTF-8") }
  }

  @Test("an encoding that nobody knows is refused by name")
  func unknown() throws {
    let error = try #require(throws: GDALError.self) { try name([0x41], encoding: "KLINGON-8") }
    #expect(error.level == .encoding)
    #expect(error.message.contains("KLINGON-8"))
  }

  @Test("long texts come whole")
  func long() throws {
    let count = 70_000
    let text = try #require(
      try name([UInt8](repeating: 0xE0, count: count), encoding: "ISO-8859-1"))
    #expect(text == String(repeating: "à", count: count))
  }
}
