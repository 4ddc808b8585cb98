extension VietnamesePhrases {
  /// Warnings of what was computed, English and Vietnamese.
  static let warnings: [(english: String, vietnamese: String)] = [
    (
      "{} of {} places of {} lie beyond the ground looked at",
      "{} trên {} điểm của {} nằm ngoài vùng đất được xét"
    ),
    (
      "{} of {} places of {} lie on a barrier or on unknown ground, with no other within {} m",
      "{} trên {} điểm của {} nằm trên vật cản hoặc đất chưa rõ, trong vòng {} m không có đất nào khác"
    ),
    (
      "the plan has no roads: all ways are on foot",
      "kế hoạch không có đường: mọi quãng đường đều đi bộ"
    ),
    (
      "it is not known what became of {} of the villages of {}, so the status is not known either; name it with became",
      "chưa rõ {} thôn của năm {} đã thành thôn nào, nên cũng chưa rõ tình trạng; khai báo bằng became"
    ),
    (
      "{} was not in force at the end of {}; name the rule of that year with rule, so that both are printed",
      "{} chưa có hiệu lực vào cuối năm {}; ghi quy định của năm đó ở rule để in cả hai"
    ),
    (
      "{} is in force from {}, and is used for {}: its statuses say what it would say, not what holds; see date",
      "{} có hiệu lực từ {} nhưng được dùng cho ngày {}: kết quả là theo quy định đó, không phải tình trạng thực tế; xem date"
    ),
    (
      "--simplify {}: {} of {} positions of outlines are written; figures are those of the full outlines",
      "--simplify {}: ghi {} trên {} đỉnh của đường ranh; số liệu vẫn tính theo đường ranh đầy đủ"
    ),
    (
      "forest: the rasters of {} and {} do not lie on one grid; no raster is resampled, so gain and loss are not told; bring one to the grid of the other {}",
      "forest: ảnh năm {} và năm {} không cùng lưới ô; ảnh không được lấy mẫu lại nên không nêu diện tích tăng, giảm; đưa một ảnh về lưới của ảnh kia {}"
    ),
    (
      "forest: {} and {} are a raster and polygons; their difference is that of the methods as much as of the land, so gain and loss are not told",
      "forest: năm {} và năm {} là ảnh và vùng; chênh lệch do cách làm không kém gì do đất rừng, nên không nêu diện tích tăng, giảm"
    ),
    (
      "forest: {} and {} tell forest in different ways; part of the change may be the method",
      "forest: năm {} và năm {} xác định rừng theo hai cách; một phần biến động có thể do cách làm"
    ),
    (
      "forest: {} overlaps of plots, {}, counted once; {} of them ({}) between different types, where the type that claims least has the ground; the largest is that of {} with {}, {}",
      "forest: {} chỗ các lô chồng nhau, {}, tính một lần; {} chỗ ({}) giữa hai loại khác nhau, lấy loại tính ít rừng hơn; chỗ lớn nhất giữa {} và {}, {}"
    ),
    (
      "forest: {} overlap of plots, {}, counted once; {} of them ({}) between different types, where the type that claims least has the ground; the largest is that of {} with {}, {}",
      "forest: {} chỗ các lô chồng nhau, {}, tính một lần; {} chỗ ({}) giữa hai loại khác nhau, lấy loại tính ít rừng hơn; chỗ lớn nhất giữa {} và {}, {}"
    ),
    (
      "forest: the rule {} leaves inland water out of the land, and the plan names no water_classes: shares are of the whole area",
      "forest: quy tắc {} không tính mặt nước nội địa vào diện tích đất, mà kế hoạch không ghi water_classes: tỷ lệ tính trên toàn bộ diện tích"
    ),
    (
      "forest: rings overlap in the raster's system, of units: {}; their cells count the overlap twice",
      "forest: đường ranh của {} đơn vị tự chồng lên nhau trong hệ tọa độ của ảnh; phần chồng bị tính hai lần"
    ),
    (
      "forest: cells add up to another area than the boundary encloses, of units: {}, by {} of it at most; hectares are brought to close on the boundary",
      "forest: tổng diện tích các ô của {} đơn vị khác diện tích trong đường ranh, nhiều nhất {}; số hecta được quy về diện tích trong đường ranh"
    ),
    (
      "forest.functions: areas of different functions overlap by {} ha; the stricter one has the ground",
      "forest.functions: vùng của các loại rừng khác nhau chồng nhau {} ha; lấy loại nghiêm ngặt hơn"
    ),
    (
      "forest: no type is told of {} of {} plots; that ground is no data",
      "forest: {} trên {} lô không ghi loại; phần đất đó coi là không có dữ liệu"
    ),
    (
      "forest: the plan's {} stands in place of the rule's ({}: {}); the figures are not that rule's any more",
      "forest: kế hoạch dùng {} thay cho giá trị của quy tắc ({}: {}); số liệu không còn theo đúng quy tắc đó"
    ),
    (
      "'{}' holds the codes in column '{}' as numbers of different lengths ({}, {}): leading zeros may be lost; hold codes as text",
      "'{}' lưu mã ở cột '{}' dạng số, độ dài khác nhau ({}, {}): có thể mất số 0 ở đầu; lưu mã dạng chữ"
    ),
    (
      "{} of {} units of {} have no value in the field {} and are in no {}",
      "{} trên {} đơn vị cấp {} không có giá trị ở trường {} nên không thuộc {} nào"
    ),
    (
      "villages name no field of households: shares are counted in villages only",
      "mục villages không ghi trường số hộ: tỷ lệ chỉ tính theo số thôn"
    ),
    (
      "without m2_per_household it is not known how many households a site holds; nobody is moved to one",
      "không có m2_per_household nên chưa rõ mỗi khu đất chứa được bao nhiêu hộ; không đưa hộ nào đến"
    ),
    (
      "the plan names no land planned for forest (forest.functions); bare land anywhere is taken, farm land at rest included",
      "kế hoạch không ghi đất quy hoạch cho rừng (forest.functions); tính mọi đất trống, kể cả nương rẫy bỏ hóa"
    ),
    (
      "the plan has no target for {}; plots are ranked, and none is called needed",
      "kế hoạch không có mục tiêu {}; các lô chỉ được xếp hạng, không lô nào ghi là cần"
    ),
    (
      "the plan has no 'elevation'; the slope of every plot is unknown",
      "kế hoạch không có 'elevation'; chưa rõ độ dốc của mọi lô"
    ),
    (
      "the plan has no 'roads'; the distance of every plot is unknown",
      "kế hoạch không có 'roads'; chưa rõ khoảng cách của mọi lô"
    ),
    (
      "roads: {} that reach the boundary of the study end at it: the layer seems to be cut there; load roads {} m beyond",
      "roads: {} chạm ranh giới vùng nghiên cứu thì dừng tại đó: lớp đường có vẻ bị cắt theo ranh giới; lấy thêm đường ngoài ranh giới {} m"
    ),
    (
      "one-way roads: {} of {}; ways of villages and travel times go by their directions; what cuts villages off, pave and accessibility take them as open both ways",
      "{} trên {} tuyến đường là một chiều: đường đi của thôn và thời gian đi theo đúng chiều; phần thôn bị cô lập, pave và accessibility coi là hai chiều"
    ),
    ("{} has no feature: {}", "{} không có đối tượng nào: {}"),
    (
      "{} lies nowhere within the study's bounds: {}",
      "{} không nằm trong phạm vi vùng nghiên cứu: {}"
    ),
    ("see that it is the right source", "xem lại có đúng nguồn không"),
    (
      "the comparisons contradict each other (consistency ratio {}) and are used because the plan says so",
      "các so sánh mâu thuẫn nhau (tỷ số nhất quán {}), vẫn dùng vì kế hoạch yêu cầu"
    ),
    (
      "not written, because one file holds no rasters: {}; a folder gets them",
      "không ghi vì một tệp không chứa ảnh raster: {}; ghi vào thư mục thì có"
    ),
    (
      "not written, because {} holds geometry and these have none: {}",
      "không ghi vì {} chỉ chứa hình học, các lớp này không có: {}"
    ),
    (
      "{} of {} features have no place and are not written, because {} holds none without",
      "{} trên {} đối tượng không có vị trí nên không ghi, vì {} không chứa đối tượng thiếu vị trí"
    ),
    (
      "'{}' is there already and may hold somebody's work, so it is not replaced",
      "'{}' đã có và có thể là kết quả làm tay; không ghi đè"
    ),
    ("name another file, or remove this one first", "ghi tên tệp khác, hoặc xóa tệp này trước"),
    (
      "the columns '{}' and '{}' differ by case alone, and {} takes them for one; give one of them another name in the plan, or write another format",
      "hai cột '{}' và '{}' chỉ khác chữ hoa, chữ thường, và {} coi là một; đặt tên khác cho một cột trong kế hoạch, hoặc ghi định dạng khác"
    ),
    (
      "the column '{}' on line {} makes a property '{}' of its own, which tells its reason or parts",
      "cột '{}' ở dòng {} tự tạo thuộc tính '{}' để ghi lý do hoặc thành phần của nó"
    ),
    (
      "the status and the column '{}' on line {} would make one property of two",
      "tình trạng này và cột '{}' ở dòng {} sẽ tạo thuộc tính trùng tên"
    ),
  ]
}
