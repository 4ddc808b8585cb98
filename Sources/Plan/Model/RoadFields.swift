/// The fields of a road source; in OpenStreetMap files they are known without being named.
public struct RoadFields: Sendable, Hashable {
  /// The class of road (OpenStreetMap's `highway`).
  public var roadClass: FieldName?
  /// What it is surfaced with.
  public var surface: FieldName?
  /// Whether it is a bridge.
  public var bridge: FieldName?
  /// Whether it is a tunnel.
  public var tunnel: FieldName?
  /// Which of several storeys it lies on.
  public var layer: FieldName?
  /// Whether it goes one way only; heeded only where this is named.
  public var oneway: FieldName?
  /// Who may use it; heeded only where this is named.
  public var access: FieldName?

  /// Makes a set of fields.
  public init(
    roadClass: FieldName? = nil, surface: FieldName? = nil, bridge: FieldName? = nil,
    tunnel: FieldName? = nil, layer: FieldName? = nil, oneway: FieldName? = nil,
    access: FieldName? = nil
  ) {
    self.roadClass = roadClass
    self.surface = surface
    self.bridge = bridge
    self.tunnel = tunnel
    self.layer = layer
    self.oneway = oneway
    self.access = access
  }
}

/// The speed on a class of road.
public struct RoadSpeed: Sendable, Hashable {
  /// The class.
  public var roadClass: String
  /// Kilometres an hour, more than 0.
  public var kilometresPerHour: Double

  /// Makes a speed.
  public init(roadClass: String, kilometresPerHour: Double) {
    self.roadClass = roadClass
    self.kilometresPerHour = kilometresPerHour
  }
}

/// A row of the table of costs: what a kilometre costs to harden where all conditions hold.
public struct RoadCost: Sendable, Hashable {
  /// Classes that the row is for; empty: all.
  public var classes: [String]
  /// Present surfaces that the row is for; empty: all.
  public var surfaces: [String]
  /// Slopes of the ground in per cent that the row is for; `nil`: all.
  public var slopePercent: NumberRange?
  /// Whether the row is for bridges (`true`), for all else (`false`) or for both (`nil`).
  public var bridge: Bool?
  /// Money for a kilometre, in whatever unit the plan uses throughout, 0 or more.
  public var perKilometre: Double

  /// Makes a row.
  public init(
    classes: [String] = [], surfaces: [String] = [], slopePercent: NumberRange? = nil,
    bridge: Bool? = nil, perKilometre: Double
  ) {
    self.classes = classes
    self.surfaces = surfaces
    self.slopePercent = slopePercent
    self.bridge = bridge
    self.perKilometre = perKilometre
  }
}
