/// What stands on a piece of land, as a forest inventory tells it apart.
public enum ForestType: String, Sendable, Hashable, CaseIterable {
  /// Natural forest (rừng tự nhiên).
  case natural
  /// Planted forest that meets the criteria of forest (rừng trồng đã thành rừng).
  case planted
  /// Planted land that is not yet forest (rừng trồng chưa thành rừng).
  case plantedNotYet = "planted_not_yet"
  /// Scattered trees (cây phân tán).
  case scattered
  /// Land meant for forest that bears none (đất trống quy hoạch cho lâm nghiệp).
  case bare
  /// Inland water (mặt nước).
  case water
  /// Any other land (đất khác).
  case other
}

/// What forest land is meant for (Forestry Law 16/2017/QH14, article 5).
public enum ForestFunction: String, Sendable, Hashable, CaseIterable {
  /// Special-use forest (rừng đặc dụng).
  case specialUse = "special_use"
  /// Protection forest (rừng phòng hộ).
  case protection
  /// Production forest (rừng sản xuất).
  case production
  /// Outside the land planned for forest (ngoài quy hoạch lâm nghiệp).
  case none
}

/// The ground that trees stand on, by which the law's least height differs.
public enum ForestSite: String, Sendable, Hashable, CaseIterable {
  /// Soil of hills and plains (núi đất, đồng bằng).
  case soil
  /// Freshwater wetland (đất ngập nước ngọt).
  case freshwaterWetland = "freshwater_wetland"
  /// Acid sulphate soil (đất phèn).
  case acidSulphate = "acid_sulphate"
  /// Rock, with or without soil (núi đá).
  case rock
  /// Sand (đất cát).
  case sand
  /// Mangrove (rừng ngập mặn).
  case mangrove
}
