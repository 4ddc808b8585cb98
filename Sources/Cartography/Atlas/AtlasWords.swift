import Publishing

/// The words of an atlas that belong to no layer; the terms are those of Docs/glossary.md.
struct AtlasWords {
  let language: OutputLanguage

  private var vi: Bool { language == .vietnamese }

  var index: String { vi ? "Mục lục" : "Index" }
  var continued: String { vi ? "Mục lục (tiếp theo)" : "Index (continued)" }
  var figures: String { vi ? "Số liệu chính" : "Main figures" }
  var place: String { vi ? "Vị trí" : "Where it lies" }
  var withoutArea: String { vi ? "Không có vùng để vẽ" : "No area to draw" }

  func code(_ code: String) -> String { vi ? "Mã \(code)" : "Code \(code)" }

  func page(_ number: Int, of count: Int) -> String {
    vi ? "Trang \(number)/\(count)" : "Page \(number)/\(count)"
  }
}
