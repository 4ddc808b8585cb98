internal import CGDAL

/// Collects what GDAL says while a group of calls runs on this thread.
///
/// GDAL's error handlers are a stack per thread; a handler pushed here does not reach other
/// threads, so each group of calls pushes and pops its own.
final class GDALMessages {
  private(set) var errors: [String] = []
  private(set) var warnings: [String] = []

  /// Runs `body` with a handler that keeps every message instead of printing it.
  static func collect<Result, Failure: Error>(
    _ body: (GDALMessages) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let collector = GDALMessages()
    let pointer = unsafe Unmanaged.passUnretained(collector).toOpaque()
    unsafe CPLPushErrorHandlerEx(recordMessage, pointer)
    defer {
      CPLPopErrorHandler()
      CPLErrorReset()
    }
    return try withExtendedLifetime(collector) { () throws(Failure) -> Result in
      try body(collector)
    }
  }

  /// The error at `level`, with all that was said.
  func error(
    _ level: GDALError.Level, _ function: String, subject: String
  ) -> GDALError {
    GDALError(
      level: level, function: function, subject: subject,
      messages: errors.isEmpty ? warnings : errors)
  }

  fileprivate func record(_ severity: CPLErr, _ text: String) {
    if severity == CE_Failure || severity == CE_Fatal {
      errors.append(text)
    } else if severity == CE_Warning {
      warnings.append(text)
    }
  }
}

private func recordMessage(
  _ severity: CPLErr, _ number: CPLErrorNum, _ text: UnsafePointer<CChar>?
) {
  guard let text = unsafe text, let pointer = unsafe CPLGetErrorHandlerUserData() else { return }
  let collector = unsafe Unmanaged<GDALMessages>.fromOpaque(pointer).takeUnretainedValue()
  unsafe collector.record(severity, String(cString: text))
}
