internal import GeoModel
internal import Indicators

/// The words of a match as findings tell them, in the two languages.
enum MatchWords {
  /// The two languages' words for one thing.
  typealias Words = (english: String, vietnamese: String)

  /// Why a row has no unit of its own.
  static func outcome(_ outcome: RowOutcome) -> Words {
    switch outcome {
    case .ambiguous: ("fits several units alike", "cùng khớp nhiều đơn vị")
    case .unmatched: ("fits no unit", "không khớp đơn vị nào")
    case .doubled: ("shares its unit with another row", "đơn vị của dòng này đã có dòng khác")
    case .matched: ("has its unit", "đã khớp")
    case .setAside: ("is set aside", "được để riêng")
    case .outsideStudy: ("lies outside the study", "nằm ngoài vùng nghiên cứu")
    }
  }

  /// Why a unit is suggested.
  static func reason(_ candidate: MatchCandidate) -> Words {
    switch candidate.why {
    case .sameName: ("same name", "cùng tên")
    case .sameCode: ("same code", "cùng mã")
    case .leadingZeros: ("code but for leading zeros", "mã chỉ khác số 0 ở đầu")
    case .otherParent: ("same name, other parent", "cùng tên, khác đơn vị cấp trên")
    case .otherType: ("same name, other type", "cùng tên, khác loại đơn vị")
    case .diacritics: ("other diacritics", "khác dấu")
    case .spelling:
      candidate.distance == 1
        ? ("1 letter off", "lệch 1 chữ")
        : ("\(candidate.distance) letters off", "lệch \(candidate.distance) chữ")
    }
  }

  /// What else is to be known about a row.
  static func flag(_ flag: MatchFlag) -> Words {
    switch flag {
    case .staleCode: ("its code is now another unit's", "mã nay thuộc đơn vị khác")
    case .vintageDiffers: ("its code is of another date", "mã của thời điểm khác")
    case .otherVintage: ("matched by name across dates", "khớp theo tên giữa hai thời điểm")
    case .otherLevel: ("its type stands at another level", "loại đơn vị ở cấp khác")
    case .overridesName: ("confirmed against its own name", "cặp xác nhận khác với tên của dòng")
    case .pairWithoutUnit:
      ("its confirmed pair names no single unit", "cặp xác nhận không chỉ đúng một đơn vị")
    case .noKey: ("it has neither code nor name", "không có mã hay tên")
    }
  }

  /// Why a confirmed pair does nothing.
  static func fault(_ kind: PairFault.Kind) -> Words {
    switch kind {
    case .unused: ("no row has this name", "không có dòng nào mang tên này")
    case .unknownUnit: ("there is no such unit", "không có đơn vị này")
    case .ambiguousUnit: ("several units have this name", "nhiều đơn vị cùng tên này")
    case .contradicted: ("another pair sends it elsewhere", "cặp khác chỉ tới đơn vị khác")
    }
  }
}
