internal import CPROJ

/// A PROJ context and its lifetime. Not shared between threads: each transformation owns one.
@safe final class PROJContext {
  let handle: OpaquePointer

  init() throws(PROJError) {
    guard let handle = unsafe proj_context_create() else {
      throw PROJError.failure(function: "proj_context_create", reason: "out of memory")
    }
    unsafe self.handle = handle
    // PROJ prints to standard error by default; the error number carries the same news.
    unsafe proj_log_level(handle, PJ_LOG_NONE)
  }

  deinit {
    unsafe proj_context_destroy(handle)
  }

  /// PROJ's words for the last error in this context.
  var lastError: String {
    let number = unsafe proj_context_errno(handle)
    guard number != 0, let text = unsafe proj_context_errno_string(handle, number) else {
      return "no reason given"
    }
    return unsafe String(cString: text)
  }
}

/// An object of PROJ (a system, an operation) and its lifetime.
@safe final class PROJObject {
  let handle: OpaquePointer

  init?(_ handle: OpaquePointer?) {
    guard let handle = unsafe handle else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe proj_destroy(handle)
  }

  var name: String {
    guard let text = unsafe proj_get_name(handle) else { return "unnamed" }
    return unsafe String(cString: text)
  }

  var type: PJ_TYPE { unsafe proj_get_type(handle) }
}
