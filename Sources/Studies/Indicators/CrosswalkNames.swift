internal import Plan

/// A step of a crosswalk as the plan writes it; the indicators' room has a type of the same name.
typealias PlannedCrosswalkStep = CrosswalkStep
