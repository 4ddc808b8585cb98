internal import CCairo

/// Takes the bytes that Cairo writes and hands them on in larger pieces.
///
/// The beginning of a file is kept back until `edit` has seen enough of it to change it.
final class OutputStream {
  /// Gets the beginning of the file; gives it back changed, or `nil` where it needs to see more.
  typealias Edit = ([UInt8]) -> [UInt8]?

  /// What the sink threw; once set, nothing more is written.
  private(set) var failure: (any Error)?

  private let sink: ([UInt8]) throws -> Void
  private var isClosed = false
  private var edit: Edit?
  /// Where the file is an SVG.
  private var names: SVGNames?
  private var pending: [UInt8] = []
  private static let pieceSize = 1 << 16

  init(edit: Edit?, isSVG: Bool = false, sink: @escaping ([UInt8]) throws -> Void) {
    self.edit = edit
    names = isSVG ? SVGNames() : nil
    self.sink = sink
  }

  /// Hands on nothing from now on: the drawing was given up.
  func close() { isClosed = true }

  /// Takes bytes; `false` after a failure.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard failure == nil, !isClosed else { return false }
    unsafe pending.append(contentsOf: bytes)
    if let edit {
      guard let edited = edit(pending) else { return true }
      pending = edited
      self.edit = nil
    }
    guard pending.count >= Self.pieceSize else { return true }
    guard names != nil else {
      flush()
      return failure == nil
    }
    // Whole lines, so that no name is cut in two.
    guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { return true }
    let rest = Array(pending[(end + 1)...])
    pending.removeSubrange((end + 1)...)
    flush()
    pending = rest
    return failure == nil
  }

  /// Hands on what is left.
  func flush() {
    guard failure == nil, !pending.isEmpty else { return }
    do {
      try sink(names?.renumbered(pending) ?? pending)
      pending.removeAll(keepingCapacity: true)
    } catch {
      failure = error
    }
  }

  /// The function that Cairo calls, with this stream as its closure.
  static let callback: cairo_write_func_t = { closure, data, length in
    guard let closure = unsafe closure, let data = unsafe data else {
      return CAIRO_STATUS_WRITE_ERROR
    }
    let stream = unsafe Unmanaged<OutputStream>.fromOpaque(closure).takeUnretainedValue()
    let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(length))
    return unsafe stream.write(bytes) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
  }
}
