internal import CGDAL

/// Turns the bytes of a source into text.
enum TextDecoding {
  /// The text of a C string: UTF-8, or decoded from `encoding` (a name that iconv knows).
  ///
  /// By iconv itself, because `CPLRecode` of GDAL 3.6 drops bytes without a meaning (it warns of
  /// them once a process, then no more) and loses the last letter of encodings that compose letters
  /// and marks, as Windows 1258 does.
  ///
  /// - Throws: an error of level ``GDALError/Level/encoding`` where the bytes are not text in that
  ///   encoding; nothing is replaced or dropped in silence. `iconv`.
  static func text(
    _ bytes: UnsafePointer<CChar>, encoding: String?, subject: @autoclosure () -> String
  ) throws(GDALError) -> String {
    guard let encoding else {
      if let text = unsafe String(validatingCString: bytes) { return text }
      throw GDALError(
        level: .encoding, function: "OGR_F_GetFieldAsString", subject: subject(),
        messages: ["a value is not UTF-8; name the source's encoding in the plan"])
    }
    guard let converter = Converter(from: encoding) else {
      throw GDALError(
        level: .encoding, function: "iconv_open", subject: subject(),
        messages: ["the encoding '\(encoding)' is not known"])
    }
    guard let text = unsafe converter.text(bytes) else {
      throw GDALError(
        level: .encoding, function: "iconv", subject: subject(),
        messages: ["a value is no text in the encoding \(encoding)"])
    }
    return text
  }
}

/// A conversion to UTF-8 and its lifetime.
@safe private final class Converter {
  private let handle: iconv_t

  init?(from encoding: String) {
    guard let opened = unsafe iconv_open("UTF-8", encoding),
      Int(bitPattern: opened) != -1
    else { return nil }
    unsafe handle = opened
  }

  deinit { unsafe iconv_close(handle) }

  /// The text of a C string; `nil` where it is none in the encoding.
  func text(_ bytes: UnsafePointer<CChar>) -> String? {
    var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(mutating: bytes)
    var inputLeft = unsafe strlen(bytes)
    var converted: [UInt8] = []
    guard unsafe drain(&input, &inputLeft, into: &converted) else { return nil }
    // A letter may still wait for a mark that composes with it: a call without input ends it.
    var nothing: UnsafeMutablePointer<CChar>?
    guard unsafe drain(&nothing, &inputLeft, into: &converted) else { return nil }
    return String(validating: converted, as: UTF8.self)
  }

  private func drain(
    _ input: inout UnsafeMutablePointer<CChar>?, _ inputLeft: inout Int,
    into converted: inout [UInt8]
  ) -> Bool {
    var piece = [CChar](repeating: 0, count: 1024)
    while true {
      var outputLeft = piece.count
      let status = unsafe piece.withUnsafeMutableBufferPointer { buffer -> Int32 in
        var output = buffer.baseAddress
        return unsafe upland_iconv(handle, &input, &inputLeft, &output, &outputLeft)
      }
      converted += piece[..<(piece.count - outputLeft)].map { UInt8(bitPattern: $0) }
      if status <= 0 { return status == 0 }
    }
  }
}
