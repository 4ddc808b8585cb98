internal import ArgumentParser

/// Which units a command is asked for: `--by` and `--in`.
struct UnitSelection: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The level of units. (default: the first of the plan; targets: the study alone)",
      valueName: "level"))
  var by: String?

  @OptionGroup var place: PlaceSelection
}

/// Which part of the study a command is asked for: `--in`.
struct PlaceSelection: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only this unit and what lies in it.", valueName: "code"))
  var code: String?
}
