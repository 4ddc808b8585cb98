import Testing

/// The rules on made-up files: that each finds what it must, and nothing else.
@Suite struct SourceRulesTests {
  private func lines(_ rule: ([SwiftToken]) -> [Violation], _ source: String) -> [Int] {
    rule(SwiftLexer.tokens(of: source)).map(\.line)
  }

  @Test func importsAreFound() {
    let source = """
      // import Comment
      import Plain
      public import Public
      @testable import Tested
      @preconcurrency public import Old
      import struct Kind.Member
      import Outer.Inner
      #if canImport(Never)
        internal import Nested
      #endif
      let a = "import Text"
      let b = Format.import
      """
    let found = SourceRules.imports(in: SwiftLexer.tokens(of: source))
    #expect(
      found.map(\.module) == ["Plain", "Public", "Tested", "Old", "Kind", "Outer", "Nested"])
    #expect(found.filter(\.isPublic).map(\.module) == ["Public", "Old"])
    #expect(found.map(\.line) == [2, 3, 4, 5, 6, 7, 9])
  }

  @Test func callsAreFound() {
    let source = """
      print("a")
      Swift.print("b")
      fatalError()
      value.print()
      func print(_ text: String) {}
      // print("c")
      let text = "print(d)"
      let inner = "\\(dump(e))"
      let name = print
      precondition(a > 0)
      """
    #expect(lines(SourceRules.forbiddenCalls, source) == [1, 2, 3, 8])
  }

  @Test func forcedOperationsAreFound() {
    let source = """
      try! a()
      b as! C
      d!
      e()!.f
      g[0]!
      var h: Int!
      "\\(i!)"
      j?.k!
      array.first!.l
      if !m, n != o, p!=q { }
      try? r()
      s as? T
      // u!
      let v = "w!"
      let x = !y
      #if !os(Linux)
      #endif
      z.filter { !$0.isEmpty }
      f(!a)
      """
    #expect(lines(SourceRules.forcedOperations, source) == Array(1...9))
  }

  @Test func unsafeNamesAreFound() {
    let source = """
      let a = unsafe b
      c.withUnsafeBytes { d in }
      var e: UnsafeMutablePointer<Int>
      nonisolated(unsafe) var f = 1
      // unsafe
      let g = "unsafe"
      let safe = 1
      """
    #expect(lines(SourceRules.unsafeNames, source) == [1, 2, 3, 4])
  }

  @Test func uncheckedNeedsAReason() {
    let source = """
      struct A: @unchecked Sendable {}

      // The handle never leaves its lock.
      struct B: @unchecked Sendable {}

      struct C: @unchecked Sendable {}  // Immutable after its initialiser.
      """
    #expect(lines(SourceRules.uncheckedWithoutReason, source) == [1])
  }

  @Test func reexportsAreFound() {
    #expect(lines(SourceRules.reexports, "@_exported import A\nimport B") == [1])
  }

  @Test func undocumentedSymbolsAreFound() {
    let source = """
      public struct A {
        public var b: Int
        /// Documented.
        public private(set) var c: Int
        @inlinable public func d() {}
        /// Documented.
        @inlinable
        @available(*, deprecated, message: "old")
        public static func e() {}
        // A comment is no documentation.
        public init() {}
        var internalOne = 1
        nonisolated(unsafe) public static var g = 1
      }
      /** Documented. */
      open class H {
        public override func i() {}
        open func j() {}
      }
      public import K
      public extension L {}
      """
    #expect(lines(SourceRules.undocumentedSymbols, source) == [1, 2, 5, 11, 13, 18])
  }

  @Test func casesAndRequirementsNeedDocumentation() {
    let source = """
      /// Documented.
      public enum A: Error {
        /// Documented.
        case b
        case c(Int)
        /// Documented.
        indirect case d(A)

        /// Documented.
        public var e: Int {
          switch self {
          case .b: 1
          default: 2
          }
        }
      }
      enum Internal { case f }
      /// Documented.
      public protocol P {
        /// Documented.
        var g: Int { get }
        func h()
        associatedtype I
        /// Documented.
        static func j()
      }
      """
    #expect(lines(SourceRules.undocumentedSymbols, source) == [5, 22, 23])
  }

  @Test func openIsAlsoAName() {
    let source = """
      func open(path: String) {}
      let a = file.open
      enum B {
        case open
        case closed
      }
      """
    #expect(lines(SourceRules.undocumentedSymbols, source) == [])
  }
}
