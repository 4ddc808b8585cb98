import GeoAlgorithms
import Testing

@Suite("Ellipsoid of revolution")
struct EllipsoidOfRevolutionTests {
  let ellipsoid = EllipsoidOfRevolution.wgs84

  @Test("a cell of 0.00025° with its south edge at 15° N has 743.7697 m²")
  func checkValue() {
    let area = ellipsoid.quadrilateralArea(
      south: 15, latitudeSpan: 0.00025, longitudeSpan: 0.00025)
    #expect(abs(area - 743.7697) < 0.00005)
  }

  @Test("the whole ellipsoid, and each of eight parts of it")
  func wholeEllipsoid() {
    #expect(abs(ellipsoid.surfaceArea / 510_065_621_724_088.4 - 1) < 1e-15)
    let octant = ellipsoid.quadrilateralArea(south: -90, latitudeSpan: 90, longitudeSpan: 90)
    #expect(abs(octant * 8 / ellipsoid.surfaceArea - 1) < 1e-15)
  }

  @Test("a zone is the sum of its cells to 1e-12, from a pole to the other")
  func cellsSumToZone() {
    for rows in [7, 180, 3_600, 100_000] {
      let step = 180 / Double(rows)
      var sum = 0.0
      for row in 0..<rows {
        sum += ellipsoid.quadrilateralArea(
          south: -90 + Double(row) * step, latitudeSpan: step, longitudeSpan: 360)
      }
      #expect(abs(sum / ellipsoid.surfaceArea - 1) < 1e-12, "\(rows) rows")
    }
  }

  @Test(
    "a tiny cell is M·N·cos φ·Δφ·Δλ at its middle: no digit cancels",
    arguments: [
      -89.0, -45, -0.000001, 0, 15.0625, 60, 89,
    ])
  func tinyCell(latitude: Double) {
    let span = 1e-7
    let radians = Double.pi / 180
    let area = ellipsoid.quadrilateralArea(
      south: latitude - span / 2, latitudeSpan: span, longitudeSpan: 0.5)
    let expected =
      ellipsoid.meridianRadius(latitude: latitude)
      * ellipsoid.primeVerticalRadius(latitude: latitude)
      * cosine(latitude) * span * radians * 0.5 * radians
    #expect(abs(area / expected - 1) < 2e-12)
  }

  @Test("on a sphere the area is R²·Δλ·(sin φ₂ − sin φ₁)")
  func sphere() {
    let sphere = EllipsoidOfRevolution(semiMajorAxis: 6_371_000, flattening: 0)
    let area = sphere.quadrilateralArea(south: 0, latitudeSpan: 30, longitudeSpan: 180)
    #expect(abs(area / (6_371_000.0 * 6_371_000 * Double.pi / 2) - 1) < 1e-15)
  }

  @Test("what lies beyond a pole has no area")
  func beyondThePole() {
    let cap = ellipsoid.quadrilateralArea(south: 89.75, latitudeSpan: 0.25, longitudeSpan: 1)
    #expect(
      ellipsoid.quadrilateralArea(south: 89.75, latitudeSpan: 0.5, longitudeSpan: 1) == cap)
    #expect(ellipsoid.quadrilateralArea(south: 90, latitudeSpan: 1, longitudeSpan: 1) == 0)
    let south = ellipsoid.quadrilateralArea(south: -90.25, latitudeSpan: 0.5, longitudeSpan: 1)
    #expect(abs(south / cap - 1) < 1e-12)
    #expect(ellipsoid.quadrilateralArea(south: -95, latitudeSpan: 4, longitudeSpan: 1) == 0)
  }

  @Test("radii of curvature at the equator and the pole")
  func radii() {
    #expect(abs(ellipsoid.meridianRadius(latitude: 0) - 6_335_439.327) < 0.001)
    #expect(ellipsoid.primeVerticalRadius(latitude: 0) == 6_378_137)
    #expect(abs(ellipsoid.meridianRadius(latitude: 90) - 6_399_593.626) < 0.001)
    #expect(abs(ellipsoid.primeVerticalRadius(latitude: -90) - 6_399_593.626) < 0.001)
  }

  private func cosine(_ degrees: Double) -> Double {
    // By its series, so that the test does not share a library function with the code.
    let x = degrees * Double.pi / 180
    var term = 1.0
    var sum = 1.0
    for index in 1...20 {
      term *= -x * x / Double((2 * index - 1) * 2 * index)
      sum += term
    }
    return sum
  }
}
