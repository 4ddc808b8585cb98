internal import CDigest

/// A digest context of OpenSSL, begun for SHA-256, and its lifetime.
@safe final class DigestContext {
  let handle: OpaquePointer

  init() throws(DigestError) {
    guard let handle = unsafe EVP_MD_CTX_new() else {
      throw DigestError.drained(from: "EVP_MD_CTX_new")
    }
    unsafe self.handle = handle
    try begin()
  }

  /// Forgets all bytes and begins anew.
  func begin() throws(DigestError) {
    guard unsafe EVP_DigestInit_ex(handle, EVP_sha256(), nil) == 1 else {
      throw DigestError.drained(from: "EVP_DigestInit_ex")
    }
  }

  deinit {
    unsafe EVP_MD_CTX_free(handle)
  }
}
