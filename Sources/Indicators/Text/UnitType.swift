/// The kinds of administrative units and settlements that stand in front of Vietnamese names.
public enum UnitType: String, Sendable, Hashable, CaseIterable {
  /// Tỉnh
  case province = "tỉnh"
  /// Thành phố, TP.: of the central government, or of a province
  case city = "thành phố"
  /// Quận, Q.
  case urbanDistrict = "quận"
  /// Huyện, H.
  case district = "huyện"
  /// Thị xã, TX.
  case town = "thị xã"
  /// Phường, P.
  case ward = "phường"
  /// Thị trấn, TT.
  case township = "thị trấn"
  /// Xã, X.
  case commune = "xã"
  /// Đặc khu (since 1 July 2025)
  case specialZone = "đặc khu"
  /// Thôn
  case village = "thôn"
  /// Tổ dân phố, TDP, Tổ 2
  case residentialGroup = "tổ dân phố"
  /// Bản
  case hamletBan = "bản"
  /// Làng
  case hamletLang = "làng"
  /// Khu phố, KP.
  case quarter = "khu phố"
  /// Khu dân cư, KDC
  case residentialArea = "khu dân cư"
  /// Ấp
  case hamletAp = "ấp"
  /// Buôn
  case hamletBuon = "buôn"
  /// Xóm
  case hamletXom = "xóm"
  /// Khóm
  case hamletKhom = "khóm"

  /// The levels of a plan at which such units stand; a city stands at two.
  public var levels: Set<String> {
    switch self {
    case .province: ["province"]
    case .city: ["province", "district"]
    case .urbanDistrict, .district, .town: ["district"]
    case .ward, .township, .commune, .specialZone: ["commune"]
    default: ["village"]
    }
  }

  /// Whether it is a settlement below the commune. Such words are often part of a name (Làng Măng,
  /// Bản Phố) and are split off only where villages are matched.
  public var isSettlement: Bool {
    switch self {
    case .province, .city, .urbanDistrict, .district, .town, .ward, .township, .commune,
      .specialZone:
      false
    default: true
    }
  }

  /// Whether units of this type can stand at `level`; a level whose name is not one of `province`,
  /// `district`, `commune`, `village` excludes nothing.
  public func isPossible(at level: String) -> Bool {
    !Self.knownLevels.contains(level) || levels.contains(level)
  }

  private static let knownLevels: Set<String> = ["province", "district", "commune", "village"]
}

extension UnitType {
  /// A way to write a type at the start of a name, in lower case.
  struct Spelling: Sendable {
    var words: [NameLetter]
    var type: UnitType
    /// An abbreviation may be followed by a full stop or a digit (`TT.Mộ Đức`, `P1`).
    var isAbbreviation = false
    /// Read only before a digit: `tổ 2` is a residential group, `Tổ Hợp` a name.
    var onlyBeforeDigit = false
    /// Written without diacritics: read only in names that have none at all.
    var isPlain = false
  }

  /// The spellings by their first letter, the longest first, so that `thị trấn` is not read as something shorter.
  private static let spellings: [NameLetter: [Spelling]] = {
    var spellings = UnitType.allCases.map {
      Spelling(words: NameLetter.lowercased($0.rawValue), type: $0)
    }
    let plain: [(String, UnitType)] = [
      ("thanh pho", .city), ("thi xa", .town), ("thi tran", .township), ("huyen", .district),
      ("quan", .urbanDistrict), ("phuong", .ward), ("xa", .commune), ("tinh", .province),
      ("thon", .village), ("to dan pho", .residentialGroup),
    ]
    spellings += plain.map {
      Spelling(words: NameLetter.lowercased($0.0), type: $0.1, isPlain: true)
    }
    let short: [(String, UnitType)] = [
      ("tp", .city), ("t.p", .city), ("tx", .town), ("t.x", .town), ("tt", .township),
      ("t.t", .township), ("q", .urbanDistrict), ("h", .district), ("p", .ward), ("x", .commune),
      ("tdp", .residentialGroup), ("kp", .quarter), ("kdc", .residentialArea),
    ]
    spellings += short.map {
      Spelling(words: NameLetter.lowercased($0.0), type: $0.1, isAbbreviation: true)
    }
    spellings.append(Spelling(words: ["t", "ổ"], type: .residentialGroup, onlyBeforeDigit: true))
    return Dictionary(
      grouping: spellings.sorted { $0.words.count > $1.words.count }, by: { $0.words[0] })
  }()

  /// The type at the start of `name` (cleaned, in lower case, composed) and what follows it; `nil`
  /// where there is none, or nothing would be left.
  static func split(
    _ name: [NameLetter], settlements: Bool
  ) -> (type: UnitType, rest: ArraySlice<NameLetter>)? {
    guard let first = name.first, let spellings = spellings[first] else { return nil }
    for spelling in spellings {
      guard settlements || !spelling.type.isSettlement else { continue }
      guard name.starts(with: spelling.words) else { continue }
      guard !spelling.isPlain || name.allSatisfy(\.isASCII) else { continue }
      var rest = name[spelling.words.count...]
      guard let next = rest.first else { continue }
      if spelling.isAbbreviation {
        guard next == "." || next == " " || next.isNumber else { continue }
        if next == "." { rest = rest.dropFirst() }
      } else {
        guard next == " " else { continue }
      }
      rest = rest.drop { $0 == " " }
      guard let first = rest.first, !spelling.onlyBeforeDigit || first.isNumber else { continue }
      return (spelling.type, rest)
    }
    return nil
  }
}
