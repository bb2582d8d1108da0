import TernDownloads

/// `tern fetch NAME --to DIR`: downloads the files of a data set that are not there yet.
enum Fetch {
  static func run(_ options: Options) throws {
    let dataset = try RemoteDataset.named(options.operand("the data set"))
    guard let folder = options.to else {
      throw UsageError("fetch needs --to DIR, the folder for the files")
    }
    try TextFile.makeFolder(folder)
    Interruption.watch()
    let downloader = Downloader(folder: folder)
    var failures: [DownloadError] = []
    for var file in dataset.files {
      if let mirror = options.mirror { file.mirrors = [mirror] }
      do {
        output(try fetch(file, with: downloader))
      } catch let error as DownloadError {
        // Other files may still come, and what is missing is told at once.
        failures.append(error)
      }
    }
    if !failures.isEmpty {
      throw Failure(failures.map(\.description).joined(separator: "\n"))
    }
  }

  /// Downloads a file and says what was done.
  private static func fetch(_ file: RemoteFile, with downloader: Downloader) throws -> String {
    let line = DownloadLine(file.name, byteCount: file.byteCount)
    defer { line.clear() }
    let outcome = try downloader.fetch(file) { count in
      try Interruption.check()
      line.update(count)
    }
    let path = downloader.path(of: file)
    return switch outcome {
    case .alreadyThere: "\(path) is there already, and its checksum is right"
    case .downloaded(let url): "\(path) downloaded from \(url)"
    }
  }
}
