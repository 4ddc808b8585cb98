internal import CGEOS

/// A GEOS context and its lifetime; one a task, never shared between threads (it costs 28 ns).
@safe final class GEOSContext {
  let handle: OpaquePointer
  private let messages = GEOSMessages()

  init() throws(GEOSError) {
    guard let handle = unsafe GEOS_init_r() else {
      throw GEOSError(function: "GEOS_init_r", reason: "out of memory")
    }
    unsafe self.handle = handle
    let collector = unsafe Unmanaged.passUnretained(messages).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(handle, recordMessage, collector)
  }

  deinit {
    unsafe GEOS_finish_r(handle)
  }

  /// The error for `function`, with what GEOS said last.
  func error(_ function: String) -> GEOSError {
    GEOSError(function: function, reason: messages.last ?? "no reason given")
  }
}

/// What GEOS said, kept beside the context that said it.
private final class GEOSMessages {
  var last: String?
}

private func recordMessage(_ text: UnsafePointer<CChar>?, _ collector: UnsafeMutableRawPointer?) {
  guard let text = unsafe text, let collector = unsafe collector else { return }
  let messages = unsafe Unmanaged<GEOSMessages>.fromOpaque(collector).takeUnretainedValue()
  messages.last = unsafe String(cString: text)
}
