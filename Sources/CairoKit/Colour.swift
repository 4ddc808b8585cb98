/// A colour in sRGB with an opacity, each part from 0 to 1.
public struct Colour: Sendable, Hashable {
  /// Red.
  public var red: Double
  /// Green.
  public var green: Double
  /// Blue.
  public var blue: Double
  /// Opacity: 0 is invisible, 1 hides what is behind.
  public var alpha: Double

  /// Makes a colour from its parts.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Makes a colour from `0xRRGGBB`, the way style sheets write it.
  public init(_ hexadecimal: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hexadecimal >> 16 & 0xFF) / 255, green: Double(hexadecimal >> 8 & 0xFF) / 255,
      blue: Double(hexadecimal & 0xFF) / 255, alpha: alpha)
  }

  /// White.
  public static let white = Colour(0xFFFFFF)
  /// Black.
  public static let black = Colour(0x000000)

  /// The same colour with another opacity.
  public func opacity(_ alpha: Double) -> Colour {
    Colour(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The relative luminance, 0 for black to 1 for white: what is left in black and white.
  ///
  /// Source: ITU-R BT.709 weights on the linear parts of sRGB (IEC 61966-2-1), taken with the
  /// exponent 2.2. Opacity is not looked at.
  public var luminance: Double {
    func linear(_ part: Double) -> Double { CairoLibrary.power(part, 2.2) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
