/// What one band adds to the units that cross it. Made by ``ZonalAccumulator``, consumed by
/// ``ZonalSums/add(_:)``.
public struct BandSums: Sendable {
  /// The band.
  public let band: Int
  /// The units that cross the band, ascending.
  var units: [Int32] = []
  /// For each of ``units`` and each class the cells, then outside the raster.
  var cells: [Double] = []
  /// For each of ``units`` and each class the area in m², then outside the raster.
  var areas: [Double] = []
  /// For each of ``units`` the cells whose share came out below 0 or above 1.
  var improperCells: [Int] = []
}

/// Cells and area of each class in each unit.
///
/// A sum over a raster is the sum of its bands' sums in ascending order of the bands, and bands
/// do not depend on who computes them; so the result is the same to the bit for any number of
/// workers. ``add(_:)`` insists on the order.
public struct ZonalSums: Sendable, Equatable {
  /// The number of units.
  public let unitCount: Int
  /// The number of classes; codes are `0..<classCount`.
  public let classCount: Int

  private var cells: [Double]
  private var areas: [Double]
  private var improper: [Int]
  private var lastBand: Int?

  /// Sums of nothing.
  public init(unitCount: Int, classCount: Int) {
    precondition((1...256).contains(classCount), "codes are bytes")
    self.unitCount = unitCount
    self.classCount = classCount
    cells = [Double](repeating: 0, count: unitCount * (classCount + 1))
    areas = cells
    improper = [Int](repeating: 0, count: unitCount)
  }

  /// Adds what a band holds. Bands must come in ascending order; those that no unit crosses may
  /// be left out. O(units in the band × classes).
  public mutating func add(_ band: BandSums) {
    precondition(lastBand.map { $0 < band.band } ?? true, "bands are added in ascending order")
    lastBand = band.band
    let width = classCount + 1
    for (place, unit) in band.units.enumerated() {
      for code in 0..<width {
        cells[Int(unit) * width + code] += band.cells[place * width + code]
        areas[Int(unit) * width + code] += band.areas[place * width + code]
      }
      improper[Int(unit)] += band.improperCells[place]
    }
  }

  /// The sum of the shares of the cells of class `code` in `unit`: a number of cells.
  public func cells(unit: Int, code: UInt8) -> Double { cells[index(unit, code)] }

  /// The sum of share × cell area over the cells of class `code` in `unit`, in **m²**.
  public func area(unit: Int, code: UInt8) -> Double { areas[index(unit, code)] }

  /// The sum of the shares of the cells in `unit` that lie beyond the raster's edge.
  public func outsideCells(unit: Int) -> Double { cells[index(unit) + classCount] }

  /// The area of `unit` beyond the raster's edge, in **m²**.
  public func outsideArea(unit: Int) -> Double { areas[index(unit) + classCount] }

  /// All cells of `unit`, the raster's classes in ascending order and then those outside: its
  /// planar area in cells.
  public func totalCells(unit: Int) -> Double {
    cells[index(unit)...index(unit) + classCount].reduce(0, +)
  }

  /// The area of `unit` as the sum of its cells, outside included, in **m²**.
  public func totalArea(unit: Int) -> Double {
    areas[index(unit)...index(unit) + classCount].reduce(0, +)
  }

  /// The number of cells of `unit` whose share came out below 0 or above 1: its rings overlap,
  /// or a hole lies outside its exterior, and its sums count the overlap twice. 0 for a valid
  /// polygon.
  public func improperCells(unit: Int) -> Int {
    precondition((0..<unitCount).contains(unit), "no such unit")
    return improper[unit]
  }

  private func index(_ unit: Int, _ code: UInt8 = 0) -> Int {
    precondition((0..<unitCount).contains(unit) && code < classCount, "no such unit or class")
    return unit * (classCount + 1) + Int(code)
  }
}
