/// Where a path of a plan leads to.
public enum SourceLocation {
  /// The text that GDAL is to open for `text`, written in a plan that lies in `folder`.
  ///
  /// A relative path starts at the folder. Left as written are absolute paths, URL schemes and driver
  /// prefixes (`https://…`, `PG:…`, `GPKG:…`: two or more letters, digits or underscores and a
  /// colon), Windows drives, and GDAL's virtual file systems; but in one that reads an archive
  /// (`/vsizip/data.zip/a.shp`), a relative archive starts at the folder too.
  public static func resolve(_ text: String, in folder: String) -> String {
    for archive in archives where text.hasPrefix(archive) {
      let inner = String(text.dropFirst(archive.count))
      if inner.hasPrefix("{") {
        return archive + "{" + resolve(String(inner.dropFirst()), in: folder)
      }
      return archive + resolve(inner, in: folder)
    }
    if text.hasPrefix("/") || hasDriverPrefix(text) || folder.isEmpty || folder == "." {
      return text
    }
    return folder.hasSuffix("/") ? folder + text : folder + "/" + text
  }

  /// The folder of a file: what stands before its last slash, `.` where there is none.
  public static func folder(ofFile path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `text` with `***` for passwords: in connection strings (`PG:… password=…`), in queries
  /// (`?password=…`) and in addresses (`postgresql://user:word@host`). What is shown of a source, or
  /// of what a library says of it, goes through here.
  ///
  /// Rather too much is hidden than too little: an unquoted password ends at white space or `&` only.
  public static func withoutSecrets(_ text: String) -> String {
    // No word boundary in front: what ends in "password" (`sslpassword=`) is a secret too.
    text
      .replacing(
        /(?i)(password|passwd|pwd)(\s*=\s*)('(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|[^\s&]*)/
      ) { "\($0.output.1)\($0.output.2)***" }
      .replacing(/:\/\/([^\/\s:@]*):([^\/\s]*)@/) { "://\($0.output.1):***@" }
  }

  /// GDAL's file systems that look into a file which is named next.
  private static let archives = [
    "/vsizip/", "/vsigzip/", "/vsitar/", "/vsi7z/", "/vsirar/",
  ]

  private static func hasDriverPrefix(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      text[text.startIndex].isLetter
    else { return false }
    let prefix = text[..<colon]
    let rest = text[text.index(after: colon)...]
    let isWord = prefix.allSatisfy {
      ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_+-.".contains($0)
    }
    if prefix.count == 1 { return rest.first == "\\" || rest.first == "/" }
    return isWord && !rest.isEmpty
  }
}
