import GDALKit
import GeoModel

/// Opens `path` and reads what `request` asks for.
func read(
  _ path: String, _ request: VectorRequest = VectorRequest(), tags: [String] = []
) throws(GDALError) -> VectorReading {
  try VectorDataset(opening: DatasetSource(location: path), tags: tags).read(request)
}

/// A GeoJSON file of one layer; each feature is its geometry and its properties as JSON text.
func geoJSON(_ features: [(geometry: String, properties: String)]) -> String {
  let members = features.map {
    #"{"type":"Feature","geometry":\#($0.geometry),"properties":\#($0.properties)}"#
  }
  return #"{"type":"FeatureCollection","features":[\#(members.joined(separator: ",\n"))]}"#
}
