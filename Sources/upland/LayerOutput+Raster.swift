internal import Publishing

extension LayerOutput {
  /// The file that a raster is asked for in, by its ending; `nil` where none is.
  var rasterPath: String? {
    guard let output, [".tif", ".tiff"].contains(where: output.lowercased().hasSuffix) else {
      return nil
    }
    return output
  }

  /// Where the layer goes: as asked for, and where the raster takes the file to a terminal, or in the
  /// form that is named; else nowhere.
  var besideRaster: LayerOutput? {
    guard rasterPath != nil else { return self }
    guard format != nil || StandardOutput.isTerminal else { return nil }
    var beside = self
    beside.output = nil
    return beside
  }
}
