internal import CGDAL
internal import GeoModel

/// Fills one column from features.
struct FieldReader {
  let name: String
  private let index: Int32
  private let encoding: String?
  private let subject: String
  /// Whether the values are dates, which OGR writes with slashes.
  private let isDate: Bool
  /// Of a column that is not decoded: whether all values so far are UTF-8.
  private var isUnicode = true
  private(set) var column: Column

  init(name: String, index: Int32, type: OGRFieldType, encoding: String?, subject: String) {
    self.name = name
    self.index = index
    self.encoding = encoding
    self.subject = subject
    isDate = type == OFTDate || type == OFTDateTime
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
        value = unsafe try text(bytes)
      }
      values.append(value)
      column = .text(values)
    }
  }

  /// Ends the column: one that is not decoded and is all UTF-8 becomes text.
  mutating func finish() {
    guard encoding == VectorRequest.undecoded, isUnicode, case .text(let values) = column else {
      return
    }
    column = .text(
      values.map { value in
        value.map { text in
          String(
            decoding: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self
          )
        }
      })
  }

  private mutating func text(_ bytes: UnsafePointer<CChar>) throws(GDALError) -> String {
    guard encoding == VectorRequest.undecoded else {
      let text = unsafe try TextDecoding.text(
        bytes, encoding: encoding, subject: "\(subject), field \(name)")
      return isDate ? text.replacing("/", with: "-") : text
    }
    isUnicode = unsafe isUnicode && String(validatingCString: bytes) != nil
    var scalars = String.UnicodeScalarView()
    for offset in 0..<(unsafe strlen(bytes)) {
      unsafe scalars.append(Unicode.Scalar(UInt8(bitPattern: bytes[offset])))
    }
    return String(scalars)
  }
}
