import CLibCurl

/// One request for a file, or for the part of it that is still missing.
final class Transfer {
  /// How a request ended.
  enum Outcome {
    case complete
    /// The server cannot send a part of a file.
    case notResumable
    case failed(reason: String)
  }

  private let file: PartialFile
  private let largestByteCount: Int
  private let report: (Int) throws -> Void
  /// What ended the request on this side.
  private var failure: (any Error)?

  /// A request that adds to a file, which may have this many bytes at most.
  ///
  /// - Parameter report: is told how many bytes there are; what it throws ends the request.
  init(to file: PartialFile, largestByteCount: Int, report: @escaping (Int) throws -> Void) {
    self.file = file
    self.largestByteCount = largestByteCount
    self.report = report
  }

  /// Requests what is missing.
  ///
  /// - Throws: What `report` throws, or ``DownloadError`` if the file cannot be written.
  func run(_ url: String) throws -> Outcome {
    guard let handle = curl_easy_init() else { return .failed(reason: "libcurl does not start") }
    defer { curl_easy_cleanup(handle) }
    let reason = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    defer { reason.deallocate() }
    set(handle, url)
    tern_curl_set_error_buffer(handle, reason)

    let code = curl_easy_perform(handle)
    if let failure { throw failure }
    let status = tern_curl_status(handle)
    if code == CURLE_OK { return .complete }
    // Either the server ignores what part is wanted, or it has no such part.
    if code == CURLE_RANGE_ERROR || status == 416 { return .notResumable }
    let words = String(cString: reason)
    return .failed(reason: words.isEmpty ? String(cString: curl_easy_strerror(code)) : words)
  }

  private func set(_ handle: UnsafeMutableRawPointer, _ url: String) {
    tern_curl_set_text(handle, CURLOPT_URL, url)
    tern_curl_set_text(handle, CURLOPT_USERAGENT, "tern")
    tern_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 1)
    tern_curl_set_number(handle, CURLOPT_MAXREDIRS, 10)
    tern_curl_set_number(handle, CURLOPT_FAILONERROR, 1)
    tern_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    tern_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 20)
    // A connection over which nothing comes for so many seconds is given up.
    tern_curl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    tern_curl_set_number(handle, CURLOPT_LOW_SPEED_TIME, 30)
    if file.byteCount > 0 { tern_curl_set_offset(handle, curl_off_t(file.byteCount)) }
    let transfer = Unmanaged.passUnretained(self).toOpaque()
    tern_curl_set_writer(
      handle,
      { bytes, size, count, transfer in
        guard let transfer else { return 0 }
        return Unmanaged<Transfer>.fromOpaque(transfer).takeUnretainedValue()
          .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
      }, transfer)
  }

  /// Adds bytes to the file; returns how many, and libcurl stops if that is not all.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    do {
      // One byte more than there should be is enough to see that it is another file.
      let room = max(largestByteCount + 1 - file.byteCount, 0)
      let taken = UnsafeRawBufferPointer(rebasing: bytes.prefix(room))
      try file.append(taken)
      try report(file.byteCount)
      return taken.count
    } catch {
      failure = error
      return 0
    }
  }
}
