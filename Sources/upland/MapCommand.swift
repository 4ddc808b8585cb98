internal import ArgumentParser
internal import Publishing
internal import Studies

/// `upland map`.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "A picture to print: PNG, SVG or PDF.",
    discussion: """
      A map with legend, scale, north, sources and date, in the plan's language. The layers: \
      villages, road-access, pave, units, forest-cover, join, forest-restoration, resettlement, \
      findings. With --by and --in as for the layer itself; the ending of -o decides the form. \
      --years puts the years of a plan beside one another, --atlas makes a book of it.

      Example:
        upland map villages plan.yaml --without hardened -o map.png
      """)

  @Argument(help: "The layer to draw.")
  var layer: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceSelection

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file: .png, .svg or .pdf; - is standard output.", valueName: "path"))
  var output: String

  @Option(name: .long, help: ArgumentHelp("The form, whatever the ending.", valueName: "form"))
  var format: FormChoice?

  @Option(
    name: .long, help: ArgumentHelp("The level of units that is drawn.", valueName: "level"))
  var by: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Villages: those without this tier stand out.", valueName: "tier"))
  var without: TierChoice?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The figure that is drawn. (default: the layer's own)", valueName: "name"))
  var property: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How its values are divided. (default: round steps, from a target where there is one)",
      valueName: "way"))
  var classes: ClassesChoice?

  @Flag(
    name: .long,
    help: "A panel for each year, in the same classes: forest-cover, join.")
  var years = false

  @Flag(
    name: .long,
    help: "A PDF with an index and a page for each unit, the finest level without --by.")
  var atlas = false

  @Option(name: .long, help: ArgumentHelp("The paper.", valueName: "size"))
  var paper: PaperChoice = .a4

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Scale the paper until its longer side has this length.", valueName: "mm"))
  var width: Double?

  @Option(name: .long, help: ArgumentHelp("Dots an inch of a PNG.", valueName: "number"))
  var dpi: Double = 200

  func run() async throws {
    common.settleLanguage()
    let form = try format?.form ?? (output == "-" ? standardForm : MapSheet.form(of: output))
    try checkAtlas(form)
    let sheet = try MapSheet(
      form: form, paper: paper.paper, longSide: width, dotsPerInch: dpi)
    if without != nil, layer != "villages" {
      throw StudyError.usage(
        "--without \(without?.rawValue ?? ""): only the map of villages has tiers")
    }
    let session = try common.session()
    var request = MapRequest(
      layer: layer, tier: without?.tier, level: by, place: place.code, property: property,
      classes: classes?.choice, byYear: years, language: common.language(of: session))
    request.titles = ColumnTitles.titles(request.language)
    if atlas {
      let book = try await session.atlas(
        request, titles: request.titles,
        values: ColumnTitles.words(request.language))
      common.warn(book.warnings)
      try deliver(
        { try book.write(on: sheet, to: $0) },
        toFile: { try book.write(on: sheet, toFileAt: $0) })
    } else {
      let picture = try await session.map(request)
      common.warn(picture.warnings)
      try deliver(
        { try picture.write(on: sheet, to: $0) },
        toFile: { try picture.write(on: sheet, toFileAt: $0) })
    }
  }

  /// What standard output gets where nothing is said.
  private var standardForm: MapSheet.Form { atlas ? .pdf : .png }

  /// An atlas has pages, and of one time.
  private func checkAtlas(_ form: MapSheet.Form) throws {
    guard atlas else { return }
    if form != .pdf {
      let asked = format.map { "--format \($0.rawValue)" } ?? "-o \(output)"
      throw StudyError.usage("--atlas \(asked): an atlas has pages; name a .pdf")
    }
    if years {
      throw StudyError.usage("--atlas --years: a sheet of years is not an atlas; leave out one")
    }
  }

  private func deliver(
    _ write: (([UInt8]) throws -> Void) throws -> Void, toFile writeFile: (String) throws -> Void
  ) throws {
    guard output == "-" else { return try writeFile(output) }
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    try StandardOutput.deliver(bytes)
  }
}

/// The forms of a map on the command line.
enum FormChoice: String, ExpressibleByArgument, CaseIterable {
  case png, svg, pdf

  var form: MapSheet.Form {
    switch self {
    case .png: .png
    case .svg: .svg
    case .pdf: .pdf
    }
  }
}

/// The papers on the command line.
enum PaperChoice: String, ExpressibleByArgument, CaseIterable {
  case a4, a3

  var paper: MapSheet.Paper { self == .a4 ? .a4 : .a3 }
}

/// The ways to divide a figure on the command line.
enum ClassesChoice: String, ExpressibleByArgument, CaseIterable {
  case rounded, natural, quantiles, target

  var choice: MapRequest.ClassChoice {
    switch self {
    case .rounded: .rounded
    case .natural: .natural
    case .quantiles: .quantiles
    case .target: .target
    }
  }
}
