/// The version of Upland, as `--version` and run.json tell it.
public enum UplandVersion {
  /// Semantic version of this build.
  public static let current = "0.1.0"
}
