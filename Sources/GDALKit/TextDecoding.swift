internal import CGDAL

/// Turns the bytes of a source into text.
enum TextDecoding {
  /// The text of a C string: UTF-8, or decoded from `encoding` (a name that iconv knows).
  ///
  /// - Throws: an error of level ``GDALError/Level/encoding`` where the bytes are not text in that
  ///   encoding; nothing is replaced by question marks in silence. `CPLRecode`.
  static func text(
    _ bytes: UnsafePointer<CChar>, encoding: String?, subject: @autoclosure () -> String
  ) throws(GDALError) -> String {
    guard let encoding else {
      if let text = unsafe String(validatingCString: bytes) { return text }
      throw GDALError(
        level: .encoding, function: "OGR_F_GetFieldAsString", subject: subject(),
        messages: ["a value is not UTF-8; name the source's encoding in the plan"])
    }
    let recoded = try GDALMessages.collect { messages throws(GDALError) -> String in
      let pointer = unsafe CPLRecode(bytes, encoding, "UTF-8")
      defer { unsafe VSIFree(pointer) }
      guard messages.errors.isEmpty, messages.warnings.isEmpty,
        let text = unsafe String(validatingCString: pointer)
      else { throw messages.error(.encoding, "CPLRecode", subject: subject()) }
      return text
    }
    return recoded
  }
}
