/// The commoner messages in Vietnamese; `{}` stands for what a message names.
enum VietnamesePhrases {
  /// `text` in Vietnamese; as it is where no phrase fits.
  static func phrase(_ text: String) -> String { phrase(text, among: all) }

  private static let all = phrases + warnings
  /// Those of several sentences, which are looked for before a line is parted.
  private static let long = all.filter { $0.english.contains("; ") }

  private static func phrase(
    _ text: String, among phrases: [(english: String, vietnamese: String)]
  ) -> String {
    for (english, vietnamese) in phrases {
      guard let parts = match(text, english) else { continue }
      let literals = vietnamese.split(separator: "{}", omittingEmptySubsequences: false)
      // What stands behind a colon is a phrase of its own.
      let endsInPhrase = english.hasSuffix(": {}")
      return literals.enumerated().map { index, literal in
        guard index > 0, index <= parts.count else { return String(literal) }
        let part = String(parts[index - 1])
        return (endsInPhrase && index == parts.count ? phrase(part) : part) + literal
      }.joined()
    }
    return text
  }

  /// A line that is a phrase, or several parted by `; `, each with a place in front that ends in `: `.
  static func sentence(_ line: String) -> String {
    placed(line, among: long)
      ?? line.split(separator: "; ").map { placed(String($0), among: all) ?? String($0) }
      .joined(separator: "; ")
  }

  /// A phrase behind the place that it is about; `nil` where none fits.
  private static func placed(
    _ line: String, among phrases: [(english: String, vietnamese: String)]
  ) -> String? {
    let words = line.split(separator: ": ", omittingEmptySubsequences: false)
    // The longest end that is a phrase; places stand in front of it.
    for start in words.indices {
      let end = words[start...].joined(separator: ": ")
      let translated = phrase(end, among: phrases)
      if translated != end {
        return (words[..<start] + [translated[...]]).joined(separator: ": ")
      }
    }
    return nil
  }

  /// What stands for each `{}` of `pattern` in `text`; `nil` where it does not fit. The shortest
  /// that fits is taken, but the last goes to the end.
  private static func match(_ text: String, _ pattern: String) -> [Substring]? {
    let literals = pattern.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = literals.first, text.hasPrefix(first) else { return nil }
    var rest = text[...].dropFirst(first.count)
    var found: [Substring] = []
    for (index, literal) in literals.enumerated().dropFirst() {
      if index == literals.count - 1 {
        guard rest.hasSuffix(literal) else { return nil }
        found.append(rest.dropLast(literal.count))
        return found
      }
      guard let range = rest.firstRange(of: literal) else { return nil }
      found.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? found : nil
  }

  /// English and Vietnamese; a phrase stands before the wider ones that would fit it too.
  static let phrases: [(english: String, vietnamese: String)] = [
    (
      "{} has no place on known ground ({} beyond the raster, {} on a barrier or unknown ground): nothing can be reached",
      "{} không có điểm nào trên đất đã biết ({} ngoài ảnh raster, {} trên vật cản hoặc đất chưa rõ): không có nơi nào để tới"
    ),
    (
      "Leaflet, which draws the report's map, is not there",
      "chưa có Leaflet để vẽ bản đồ của báo cáo"
    ),
    (
      "install Debian's package libjs-leaflet ({} names '{}')",
      "cài gói libjs-leaflet của Debian ({} chỉ đến '{}')"
    ),
    ("install Debian's package libjs-leaflet", "cài gói libjs-leaflet của Debian"),
    ("report.html is not written: {}", "không ghi report.html: {}"),
    ("set aside as a total or a title", "dòng tổng hoặc tiêu đề, để riêng"),
    ("outside the study", "ngoài vùng nghiên cứu"),
    ("fits no unit", "không khớp đơn vị nào"),
    ("fits several units alike", "cùng khớp nhiều đơn vị"),
    ("shares its unit with another row", "đơn vị của dòng này đã có dòng khác"),
    (
      "old units shared out by the areas in common, not by a published share",
      "đơn vị cũ chia theo diện tích chung, không theo tỷ lệ công bố"
    ),
    (
      "old units shared out by the people who live in their parts, not by a published share",
      "đơn vị cũ chia theo dân số trong từng phần, không theo tỷ lệ công bố"
    ),
    ("'{}' is read here: it would be overwritten", "'{}' là tệp đầu vào: sẽ bị ghi đè"),
    (
      "'{}' is there already and has been changed: it would be lost",
      "'{}' đã có và đã được sửa: sẽ bị mất"
    ),
    ("name another file or folder with -o", "chọn tệp hoặc thư mục khác bằng -o"),
    ("name another with -o, or move it away", "chọn tên khác bằng -o, hoặc chuyển tệp đó đi"),
    ("the plan has no answer", "kế hoạch không có số liệu trả lời"),
    (
      "it would need a column '{}' among the indicators", "cần một cột '{}' trong mục indicators"
    ),
    (
      "it would need a column '{}' with two years, or one and a baseline",
      "cần một cột '{}' có hai năm, hoặc một năm và hiện trạng"
    ),
    ("it would need villages, centres and roads", "cần thôn, trung tâm và đường"),
    ("it would need a forest section", "cần mục forest"),
    (
      "it would need the status of the units of the base year, then and now",
      "cần tình trạng các đơn vị của năm gốc, khi đó và hiện nay"
    ),
    ("where things stood", "hiện trạng"), ("no target", "không phải mục tiêu"),
    ("of some villages it is not known", "một số thôn chưa rõ"),
    ("of some households it is not known", "một số hộ chưa rõ"),
    ("of some communes it is not known", "một số xã chưa rõ"),
    ("of some {} it is not known", "một số {} chưa rõ"),
    ("as measured in {}", "đo năm {}"), ("measured only in {}", "chỉ có số đo năm {}"),
    ("see where the places and the raster lie", "xem lại vị trí các điểm và ảnh raster"),
    (
      "the plan has no terrain to travel on, or nowhere to get to",
      "kế hoạch không có địa hình để đi lại, hoặc không có nơi để tới"
    ),
    (
      "add 'elevation' and 'centres', or the section 'accessibility'",
      "thêm 'elevation' và 'centres', hoặc mục 'accessibility'"
    ),
    ("'{}' does not reach the units", "'{}' không phủ tới các đơn vị"),
    ("give a raster of the study's own ground", "dùng ảnh raster của đúng vùng nghiên cứu"),
    ("did you mean '{}'?", "có phải ý là '{}'?"),
    (
      "households are assumed: {} for each of {} of {} villages",
      "số hộ là giả định: {} hộ cho mỗi thôn trong {} trên {} thôn"
    ),
    (
      "{}: '{}' does not reach the study; whether anything is exposed to {} is unknown",
      "{}: '{}' không phủ tới vùng nghiên cứu; chưa rõ nơi nào có nguy cơ {}"
    ),
    ("say where natural hazards are", "khai báo nơi có nguy cơ thiên tai"),
    ("'{}' has no area ({})", "'{}' không có vùng nào ({})"),
    ("unknown key '{}'", "không có khóa '{}'"),
    ("it belongs under '{}'", "khóa này thuộc mục '{}'"),
    ("the key '{}' is missing", "thiếu khóa '{}'"),
    ("the key '{}' has no value", "khóa '{}' không có giá trị"),
    ("give one, or leave the key out", "ghi giá trị, hoặc bỏ khóa"),
    ("the key '{}' stands here and on line {}", "khóa '{}' có ở đây và ở dòng {}"),
    ("keep one of them", "giữ một"),
    ("keep one", "giữ một"),
    ("one of '{}' or '{}' is missing", "thiếu một trong hai khóa '{}' và '{}'"),
    ("found '{}'", "gặp '{}'"),
    ("a number of 0 or more is meant", "cần một số từ 0 trở lên"),
    ("a number above 0 is meant", "cần một số lớn hơn 0"),
    ("a number from 0 to 100 is meant", "cần một số từ 0 đến 100"),
    ("a number is meant", "cần một số"),
    ("a date like 2025-07-01 is meant", "cần một ngày như 2025-07-01"),
    ("a text is meant", "cần một đoạn chữ"),
    ("no level is called '{}'", "không có cấp nào tên '{}'"),
    ("there is no file '{}'", "không có tệp '{}'"),
    ("paths are relative to the plan file", "đường dẫn tính từ tệp kế hoạch"),
    ("'{}' has no field '{}'", "'{}' không có trường '{}'"),
    ("'{}' has no layer '{}'", "'{}' không có lớp '{}'"),
    ("'{}' has no column '{}'", "'{}' không có cột '{}'"),
    ("it has {}", "hiện có {}"),
    ("'{}' cannot be read: {}", "không đọc được '{}': {}"),
    ("'{}' cannot be written: {}", "không ghi được '{}': {}"),
    ("see whether ogrinfo or gdalinfo opens it", "thử mở bằng ogrinfo hoặc gdalinfo"),
    ("see whether gdalinfo opens it", "thử mở bằng gdalinfo"),
    ("no folder can be made there", "không tạo được thư mục ở đó"),
    ("choose a folder that you may write in, with -o", "chọn thư mục có quyền ghi, bằng -o"),
    ("its folder does not exist", "thư mục chứa tệp không tồn tại"),
    ("it is a folder", "đó là thư mục"),
    ("'{}' declares no reference system", "'{}' không ghi hệ tọa độ"),
    ("name it with crs, for example {}", "khai báo bằng crs, ví dụ {}"),
    ("the file is empty", "tệp trống"),
    ("a plan begins with 'upland: 1'", "kế hoạch bắt đầu bằng 'upland: 1'"),
    ("no such file", "không có tệp này"),
    ("name a plan file, for example {}", "ghi tên tệp kế hoạch, ví dụ {}"),
    ("this is a folder", "đây là thư mục"),
    ("name the plan file in it", "ghi tên tệp kế hoạch trong đó"),
    ("the plan has no such section", "kế hoạch không có mục này"),
    ("name the source of villages", "khai báo nguồn dữ liệu thôn"),
    ("name where roads must lead", "khai báo nơi đường phải tới"),
    ("name the source of roads", "khai báo nguồn dữ liệu đường"),
    (
      "no row of costs fits {} sections of road, most of them {}",
      "không dòng nào của costs hợp với {} đoạn đường, phần lớn là {}"
    ),
    (
      "no row of costs fits {} section of road, most of them {}",
      "không dòng nào của costs hợp với {} đoạn đường, cụ thể là {}"
    ),
    ("add a last row without conditions", "thêm một dòng cuối không có điều kiện"),
    ("name the tables to be joined", "khai báo các bảng số liệu cần ghép"),
    ("name what is to be reached", "khai báo các mục tiêu cần đạt"),
    (
      "name a raster or polygons under forest",
      "khai báo ảnh phân loại hoặc vùng rừng ở mục forest"
    ),
    ("the plan has no such level", "kế hoạch không có cấp này"),
    ("the plan has no such layer", "kế hoạch không có lớp này"),
    ("the plan has no such target", "kế hoạch không có mục tiêu này"),
    (
      "no unit of the level {} or of one above it has that code",
      "không đơn vị nào của cấp {} hay cấp trên mang mã này"
    ),
    ("codes are text and keep their leading zeros", "mã là văn bản và giữ số 0 ở đầu"),
    ("the code {} stands in {} features ({})", "mã {} có ở {} đối tượng ({})"),
    ("the code {} stands in {} villages", "mã {} có ở {} thôn"),
    (
      "one unit, one code: dissolve the parts or correct the codes",
      "mỗi đơn vị một mã: gộp các phần hoặc sửa mã"
    ),
    ("one village, one code", "mỗi thôn một mã"),
    ("feature {} has no code", "đối tượng {} không có mã"),
    ("fill the field that the plan names as '{}'", "điền trường mà kế hoạch khai báo là '{}'"),
    ("{} has no area", "{} không có vùng"),
    ("give the feature its polygon", "bổ sung đường bao cho đối tượng"),
    ("row {} of '{}', column '{}': {}", "dòng {} của '{}', cột '{}': {}"),
    ("the column '{}' stands in {} too", "cột '{}' cũng có ở {}"),
    ("give one of them another name", "đặt tên khác cho một trong hai"),
    ("give each its own", "đặt cho mỗi mục một tên"),
    ("a map is a .png, .svg or .pdf", "bản đồ là tệp .png, .svg hoặc .pdf"),
    ("a layer is a {} or {}", "một lớp là tệp {} hoặc {}"),
    ("a report is a .html", "báo cáo là tệp .html"),
    ("findings are a .json or .geojson", "các vấn đề được ghi vào tệp .json hoặc .geojson"),
    ("name one, or give --format", "chọn một đuôi trong số đó, hoặc dùng --format"),
    ("there is no such map", "không có bản đồ này"),
    ("the layer has no geometry to draw", "lớp này không có hình để vẽ"),
    ("see upland targets", "xem upland targets"),
    ("only the map of villages has tiers", "chỉ bản đồ các thôn mới có bậc đường"),
    ("an atlas has pages", "tập bản đồ có nhiều trang"),
    ("name a .pdf", "ghi ra tệp .pdf"),
    ("a sheet of years is not an atlas", "trang bản đồ theo năm không phải là tập bản đồ"),
    ("leave out one", "bỏ bớt một trong hai"),
    ("there is no atlas of this layer", "lớp này không có tập bản đồ"),
    ("those there are: {}", "hiện có: {}"),
    ("the layer has no years", "lớp này không có số liệu nhiều năm"),
    ("those that have are {}", "các lớp có là {}"),
    (
      "name a source for each under years: {}",
      "khai báo nguồn dữ liệu cho từng năm trong mục years: {}"
    ),
    ("a series needs two years", "bản đồ nhiều năm cần ít nhất hai năm"),
    ("the layer {} has no figure of two years", "lớp {} không có số liệu nào của hai năm"),
    (
      "the layer {} has no columns of it for two years",
      "lớp {} không có cột của hai năm cho số liệu này"
    ),
    (
      "name their columns alike but for the year, as {} and {}",
      "đặt tên các cột giống nhau, chỉ khác năm, như {} và {}"
    ),
    ("{} years, of which a sheet has room for {}", "{} năm, một trang chỉ đủ chỗ cho {}"),
    ("the layer {} has no such property", "lớp {} không có thuộc tính này"),
    ("the layer {} has no target for this figure", "lớp {} không có mục tiêu cho số liệu này"),
    ("no property is a number", "không thuộc tính nào là số"),
    ("name one with --property", "ghi tên một thuộc tính bằng --property"),
    ("from {} to {} mm", "từ {} đến {} mm"),
    ("more than {} million dots", "hơn {} triệu điểm ảnh"),
    ("take fewer, or write .pdf", "giảm số điểm ảnh, hoặc ghi ra .pdf"),
    ("no unit has an area to draw", "không đơn vị nào có vùng để vẽ"),
    ("the layer has no feature to draw", "lớp này không có đối tượng nào để vẽ"),
    ("add 'restoration: {}' under forest", "thêm 'restoration: {}' vào mục forest"),
    ("there are {}", "hiện có {}"),
    (
      "make the folder first, or name another with -o",
      "tạo thư mục trước, hoặc ghi thư mục khác bằng -o"
    ),
    ("name a file, for example with -o {}", "ghi tên tệp, ví dụ bằng -o {}"),
    ("no service or overlay is called '{}'", "không có services hay overlays nào tên '{}'"),
    ("name it under 'services' or 'overlays'", "khai báo ở mục 'services' hoặc 'overlays'"),
    ("a service and an overlay are called '{}'", "services và overlays cùng có tên '{}'"),
    ("'{}' has no line to travel on ({})", "'{}' không có đường nào để đi ({})"),
    ("name the layer of the roads, and see its where", "khai báo lớp đường, và xem lại where"),
    ("choose another", "chọn tên khác"),
  ]
}
