internal import CGDAL
internal import GeoModel

/// Fills one column from features.
struct FieldReader {
  let name: String
  private let index: Int32
  private let encoding: String?
  private let subject: String
  private(set) var column: Column

  init(name: String, index: Int32, type: OGRFieldType, encoding: String?, subject: String) {
    self.name = name
    self.index = index
    self.encoding = encoding
    self.subject = subject
    switch type {
    case OFTInteger, OFTInteger64: column = .integer([])
    case OFTReal: column = .real([])
    default: column = .text([])
    }
  }

  /// Adds the value of `feature`; unset, null and NaN are nothing.
  mutating func append(_ feature: OGRFeatureH) throws(GDALError) {
    let isSet = unsafe OGR_F_IsFieldSetAndNotNull(feature, index) != 0
    switch column {
    case .integer(var values):
      column = .integer([])
      values.append(isSet ? unsafe OGR_F_GetFieldAsInteger64(feature, index) : nil)
      column = .integer(values)
    case .real(var values):
      column = .real([])
      let value = isSet ? unsafe OGR_F_GetFieldAsDouble(feature, index) : .nan
      values.append(value.isNaN ? nil : value)
      column = .real(values)
    case .text(var values):
      column = .text([])
      var value: String?
      if isSet, let bytes = unsafe OGR_F_GetFieldAsString(feature, index) {
        value = try unsafe TextDecoding.text(
          bytes, encoding: encoding, subject: "\(subject), field \(name)")
      }
      values.append(value)
      column = .text(values)
    }
  }
}
