import Foundation

/// The bytes of a plan file as text.
enum PlanText {
  /// The bytes of the file at `path`.
  ///
  /// Throws a problem that names the file: there is none, it is a folder, it cannot be read.
  static func bytes(ofFile path: String) throws(PlanError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw failure(path, "no such file", "name a plan file, for example plan.yaml")
    }
    guard !isFolder.boolValue else {
      throw failure(path, "this is a folder", "name the plan file in it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw failure(path, "the file cannot be read", "look at its permissions")
    }
    return Array(data)
  }

  /// The text of UTF-8 bytes without a byte order mark.
  ///
  /// Throws a problem that names the first byte that is not UTF-8, and what the encoding may be.
  static func decode(_ bytes: [UInt8], file: String) throws(PlanError) -> String {
    let advice = "save the file as UTF-8"
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw failure(file, "byte 0 begins a mark of UTF-16, so this is not UTF-8", advice)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw failure(
        file, "byte \(zero) is zero, so this is UTF-16 without a mark, or no text at all", advice)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let fault = firstFault(content) {
      let problem = PlanProblem(
        file: file, mark: fault.mark, path: "",
        message: "byte \(fault.offset) (0x\(String(bytes[fault.offset], radix: 16))) is not UTF-8, "
          + "so the file may be in Windows-1258 or TCVN3",
        suggestion: advice)
      throw PlanError(problems: [problem])
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The first byte that no UTF-8 text has, by its index in the slice's base.
  private static func firstFault(_ bytes: ArraySlice<UInt8>) -> (offset: Int, mark: SourceMark)? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    var mark = SourceMark(line: 1, column: 1)
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return nil
      case .error: return (offset, mark)
      case .valid(let units):
        let isLineEnd = units.first == UInt8(ascii: "\n")
        mark.line += isLineEnd ? 1 : 0
        mark.column = isLineEnd ? 1 : mark.column + 1
        offset += units.count
      }
    }
  }

  private static func failure(_ file: String, _ message: String, _ advice: String) -> PlanError {
    PlanError(problems: [
      PlanProblem(file: file, mark: nil, path: "", message: message, suggestion: advice)
    ])
  }
}
