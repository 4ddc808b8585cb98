internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// The cells where ways end: those of the plan's centres, of services, or of overlays.
struct DestinationCells {
  let study: Study
  let section: AccessibilitySection
  let grid: TravelGrid

  /// How far from a destination that lies on a barrier or on unknown ground the ground is looked at,
  /// in **metres**.
  static let reach = 500.0

  /// Lets ways begin at the destinations. One on ground that cannot be entered counts at the nearest
  /// cell that can within ``reach``; that, and what lies beyond the raster, is told.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where none is left.
  func seed(_ distance: CostDistance) async throws {
    var (found, moved, outside, closed) = (0, 0, 0, 0)
    for place in try places() {
      guard let cell = try grid.cell(of: place) else {
        outside += 1
        continue
      }
      if await distance.isOpen(row: cell.row, column: cell.column) {
        await distance.addSource(row: cell.row, column: cell.column)
        found += 1
      } else if let near = await nearestOpen(to: cell, distance) {
        await distance.addSource(row: near.row, column: near.column)
        found += 1
        moved += 1
      } else {
        closed += 1
      }
    }
    let names = section.destinations.map(\.name).joined(separator: ", ")
    guard found > 0 else { throw nothingFound(names, outside: outside, closed: closed) }
    let total = found + outside + closed
    if moved > 0 {
      study.ledger.assume(
        "destination on a barrier or unknown ground taken to the nearest cell within"
          + " \(Int(Self.reach)) m", in: AccessibilityStudy.path, count: moved, of: total)
    }
    if outside > 0 {
      study.ledger.warn("\(outside) of \(total) places of \(names) lie beyond the ground looked at")
    }
    if closed > 0 {
      study.ledger.warn(
        "\(closed) of \(total) places of \(names) lie on a barrier or on unknown ground, with no"
          + " other within \(Int(Self.reach)) m")
    }
  }

  private func places() throws(StudyError) -> [Coordinate] {
    var places: [Coordinate] = []
    for destination in section.destinations {
      switch destination {
      case .centres:
        guard let centres = study.plan.centres else { continue }
        places += try self.places(of: centres.source)
      case .overlay(let name):
        guard let overlay = study.plan.overlays.first(where: { $0.name == name.name }) else {
          continue
        }
        places += try self.places(of: overlay.source)
      case .service(let name):
        guard let service = study.plan.services.first(where: { $0.name == name.name }) else {
          continue
        }
        places += try ServicesLoader(plan: study.plan, ledger: study.ledger).load(service)
      }
    }
    return places
  }

  /// The points of a source; of an area a point within it, of a line its first.
  private func places(of source: SourceReference) throws(StudyError) -> [Coordinate] {
    let table = try VectorLoader(plan: study.plan, ledger: study.ledger).load(source, fields: [])
      .table
    var places: [Coordinate] = []
    var empty = 0
    for geometry in table.geometries {
      guard let geometry else {
        empty += 1
        continue
      }
      if !geometry.points.isEmpty {
        places += geometry.points
      } else if let first = geometry.lines.first?.first {
        places.append(first)
      } else {
        do throws(GEOSError) {
          if let place = try Overlay.representativePoint(of: geometry.polygons) {
            places.append(place)
          } else {
            empty += 1
          }
        } catch {
          throw .input(["\(study.plan.file): \(source.path): \(error.message)"])
        }
      }
    }
    study.ledger.leaveOut(empty, of: source.path, because: "no place to get to")
    return places
  }

  /// The nearest cell that can be entered; of several as near the first by row and column.
  private func nearestOpen(to cell: GridCell, _ distance: CostDistance) async -> GridCell? {
    let size = grid.steps[cell.row]
    let down = min(Int(Self.reach / size.down), 200)
    let across = min(Int(Self.reach / size.across), 200)
    var best: (cell: GridCell, metres: Double)?
    for row in max(0, cell.row - down)...min(grid.grid.rows - 1, cell.row + down) {
      for column in max(0, cell.column - across)...min(grid.grid.columns - 1, cell.column + across)
      {
        let dy = Double(row - cell.row) * size.down
        let dx = Double(column - cell.column) * size.across
        let metres = (dx * dx + dy * dy).squareRoot()
        guard metres <= Self.reach, metres < best?.metres ?? .infinity,
          await distance.isOpen(row: row, column: column)
        else { continue }
        best = (GridCell(column: column, row: row), metres)
      }
    }
    return best?.cell
  }

  private func nothingFound(_ names: String, outside: Int, closed: Int) -> StudyError {
    let why =
      outside + closed == 0
      ? "has no place"
      : "has no place on known ground (\(outside) beyond the raster, \(closed) on a barrier or"
        + " unknown ground)"
    return .plan([
      PlanProblem(
        file: study.plan.file, mark: section.mark, path: AccessibilityStudy.path,
        message: "\(names) \(why): nothing can be reached",
        suggestion: "see where the places and the raster lie")
    ])
  }
}
