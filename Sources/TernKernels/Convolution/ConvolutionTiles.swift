/// The output places of a batch divided into tiles: some whole images where they are small, or some
/// rows of places of one image where they are large.
struct ConvolutionTiles {
  /// Which output places a tile has.
  struct Tile {
    let images: Range<Int>
    let rows: Range<Int>
  }

  private let batch: Int
  private let rowsOfImage: Int
  private let imagesPerTile: Int
  private let rowsPerTile: Int
  private let tilesPerImage: Int

  /// The number of tiles.
  let count: Int
  /// The most output places that a tile has.
  let mostPlaces: Int

  /// Whether tiles have more than one image.
  var areBatched: Bool { imagesPerTile > 1 }

  /// Tiles of at most about `places` output places, and small enough for every part to have one.
  init(_ shape: ConvolutionShape, places: Int, parts: Int) {
    batch = shape.batch
    rowsOfImage = shape.outputHeight
    let shareOfImages = (batch + parts - 1) / parts
    imagesPerTile = max(1, min(places / shape.outputPixels, shareOfImages))
    let partsOfImage = (parts + batch - 1) / batch
    let shareOfRows = (rowsOfImage + partsOfImage - 1) / partsOfImage
    let mostRows =
      imagesPerTile > 1 ? rowsOfImage : max(1, min(places / shape.outputWidth, shareOfRows))
    // As many tiles as it takes, all of about the same size.
    tilesPerImage = (rowsOfImage + mostRows - 1) / mostRows
    rowsPerTile = (rowsOfImage + tilesPerImage - 1) / tilesPerImage
    count = (batch + imagesPerTile - 1) / imagesPerTile * tilesPerImage
    mostPlaces = imagesPerTile * rowsPerTile * shape.outputWidth
  }

  /// A tile by its number.
  subscript(index: Int) -> Tile {
    let image = index / tilesPerImage * imagesPerTile
    let row = index % tilesPerImage * rowsPerTile
    return Tile(
      images: image..<min(image + imagesPerTile, batch),
      rows: row..<min(row + rowsPerTile, rowsOfImage))
  }
}
