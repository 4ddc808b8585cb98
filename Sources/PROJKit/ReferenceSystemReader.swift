internal import CPROJ
public import GeoModel

/// Reads reference systems and tells where they apply.
public enum ReferenceSystemReader {
  /// The system that `definition` (an authority's code, WKT, PROJJSON or a PROJ string with
  /// `+type=crs`) stands for, reduced to its horizontal part: of a compound system the first of its
  /// parts, of a three-dimensional one the two-dimensional.
  ///
  /// - Throws: ``PROJError/unknownReferenceSystem(definition:reason:)`` where the text is none.
  /// - Source: `proj_create`, `proj_crs_get_sub_crs`, `proj_crs_demote_to_2D`.
  public static func read(_ definition: String) throws(PROJError) -> ReferenceSystem {
    let context = try PROJContext()
    let object = try horizontalObject(definition, in: context)
    return ReferenceSystem(
      definition: try canonicalDefinition(of: object, in: context), name: object.name,
      isGeographic: isGeographic(object, in: context))
  }

  /// The area for which a system is meant, in longitude and latitude; `nil` where it says nothing.
  /// Where the area crosses the antimeridian, its west is greater than its east, as in PROJ.
  ///
  /// - Source: `proj_get_area_of_use`.
  public static func areaOfUse(of system: ReferenceSystem) throws(PROJError) -> BoundingBox? {
    let context = try PROJContext()
    let object = try horizontalObject(system.definition, in: context)
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    let found = unsafe proj_get_area_of_use(
      context.handle, object.handle, &west, &south, &east, &north, nil)
    guard found != 0, west > -1000, south > -1000 else { return nil }
    return BoundingBox(minimumX: west, minimumY: south, maximumX: east, maximumY: north)
  }

  /// The horizontal two-dimensional part of what `definition` stands for.
  static func horizontalObject(
    _ definition: String, in context: PROJContext
  ) throws(PROJError) -> PROJObject {
    guard var object = unsafe PROJObject(proj_create(context.handle, definition)) else {
      throw PROJError.unknownReferenceSystem(definition: definition, reason: context.lastError)
    }
    if object.type == PJ_TYPE_COMPOUND_CRS,
      let horizontal = unsafe PROJObject(proj_crs_get_sub_crs(context.handle, object.handle, 0))
    {
      object = horizontal
    }
    guard unsafe proj_is_crs(object.handle) != 0, isHorizontal(object, in: context) else {
      throw PROJError.unknownReferenceSystem(
        definition: definition, reason: "it is no horizontal coordinate reference system")
    }
    // Of a system in space only longitude and latitude are used; two-dimensional ones stay as they
    // are. Demoting needs no name: the database's own system is found where it has one.
    return unsafe PROJObject(proj_crs_demote_to_2D(context.handle, nil, object.handle)) ?? object
  }

  private static func isHorizontal(_ object: PROJObject, in context: PROJContext) -> Bool {
    switch base(of: object, in: context).type {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS: true
    default: false
    }
  }

  /// The system itself; of a bound one (with a built-in transformation) the system it binds.
  private static func base(of object: PROJObject, in context: PROJContext) -> PROJObject {
    guard object.type == PJ_TYPE_BOUND_CRS else { return object }
    return unsafe PROJObject(proj_get_source_crs(context.handle, object.handle)) ?? object
  }

  private static func isGeographic(_ object: PROJObject, in context: PROJContext) -> Bool {
    switch base(of: object, in: context).type {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: true
    default: false
    }
  }

  /// `AUTHORITY:CODE` where the system has one, else WKT 2 (2019).
  private static func canonicalDefinition(
    of object: PROJObject, in context: PROJContext
  ) throws(PROJError) -> String {
    if let authority = unsafe proj_get_id_auth_name(object.handle, 0),
      let code = unsafe proj_get_id_code(object.handle, 0)
    {
      return unsafe "\(String(cString: authority)):\(String(cString: code))"
    }
    guard
      let text = unsafe proj_as_wkt(context.handle, object.handle, PJ_WKT2_2019, nil)
    else {
      throw PROJError.failure(function: "proj_as_wkt", reason: context.lastError)
    }
    return unsafe String(cString: text)
  }
}
