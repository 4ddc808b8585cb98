internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// Turns what was found of roads into the layer `road-access` of a level.
struct RoadAccessLayer {
  let plan: Plan

  /// The layer; `name` is also its file's name.
  func layer(of result: RoadAccessStudy.LevelResult, name: String) -> Layer {
    let figures = figures
    let features = result.level.units.enumerated().map { index, unit in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: plan.vintage)
          + figures.properties(
            RoadAccessFigures.Unit(
              area: unit.area, villages: result.villages?[index],
              lengths: result.lengths.units[index], people: result.people?[index],
              travel: result.travel.map { ($0.name, $0.units[index]) })))
    }
    return Layer(name: name, features: features, studyTotals: totals(result))
  }

  private var figures: RoadAccessFigures {
    RoadAccessFigures(
      hasCentres: plan.centres != nil, countsUrban: plan.population?.urban != nil)
  }

  private func totals(_ result: RoadAccessStudy.LevelResult) -> [Property] {
    let area = result.level.units.reduce(0) { $0 + $1.area }
    let whole = RoadAccessFigures.Unit(
      area: area, villages: result.allVillages,
      lengths: result.lengths.units.reduce(into: SurfaceLengths()) { $0 += $1 },
      people: result.people.map { units in
        units.reduce(into: RuralPopulation.Unit()) { sum, unit in
          sum.rural += unit.rural
          sum.people += unit.people
        }
      }, travel: result.travel.map { ($0.name, $0.all) })
    return UnitLayer.studyProperties(plan: plan, area: area) + figures.properties(whole) + [
      Property(
        "roads_outside_km", RoadAccessFigures.kilometres(result.lengths.outside.all)),
      Property(
        "roads_network_km", RoadAccessFigures.kilometres(result.lengths.network.all)),
    ]
  }
}
