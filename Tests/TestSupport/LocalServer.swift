import Synchronization

// Foundation's operators, seen by all tests, would make type checking slow.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A web server for tests, which lives as long as its object and answers on this machine only.
public final class LocalServer: Sendable {
  /// What a server does with a request for a file that it has.
  public enum Behaviour: Sendable {
    /// It sends the file, or the part that is wanted.
    case sound
    /// It always sends the whole file.
    case withoutRanges
    /// It ends the connection after so many bytes.
    case cuttingOff(after: Int)
    /// It sends nothing but this status.
    case failing(status: Int)
    /// It sends whoever asks to another server, by its address.
    case redirecting(to: String)
  }

  /// A request: what was wanted, and from which byte on.
  public struct Request: Hashable, Sendable {
    /// The file's name.
    public let name: String
    /// The first byte; nil if the whole file was wanted.
    public let start: Int?

    /// A request for a file or the rest of it.
    public init(_ name: String, from start: Int? = nil) {
      self.name = name
      self.start = start
    }
  }

  /// The address of the folder with all files.
  public let url: String
  /// All requests so far.
  public var requests: [Request] { handler.requests.withLock { $0 } }

  private let socket: Int32
  private let handler: Handler

  /// What the thread of the server has; the server itself is not kept alive by it.
  fileprivate final class Handler: Sendable {
    let files: [String: [UInt8]]
    let behaviour: Behaviour
    let requests = Mutex<[Request]>([])

    init(_ files: [String: [UInt8]], _ behaviour: Behaviour) {
      self.files = files
      self.behaviour = behaviour
    }
  }

  /// Why a server cannot start.
  public struct Failure: Error {
    let reason = String(cString: strerror(errno))
  }

  /// Starts a server with files by their names.
  public init(_ files: [String: [UInt8]], _ behaviour: Behaviour = .sound) throws {
    // Whatever proxy the environment names has no way to this server.
    setenv("no_proxy", "127.0.0.1", 1)
    let socket = Self.newSocket()
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 16) == 0
          && getsockname(socket, address, &size) == 0
      }
    }
    guard socket >= 0, isListening else { throw Failure() }
    self.socket = socket
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/files"
    let handler = Handler(files, behaviour)
    self.handler = handler
    handler.serve(socket)
  }

  /// Ends the thread's waiting.
  deinit { shutdown(socket, Int32(SHUT_RDWR)) }

  private static func newSocket() -> Int32 {
    #if os(Linux)
      let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    return systemSocket(AF_INET, stream, 0)
  }
}

extension LocalServer.Handler {
  /// Answers requests on a thread of its own, until the socket is shut down.
  func serve(_ socket: Int32) {
    let context = Unmanaged.passRetained(Listener(socket: socket, handler: self)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    pthread_create(&thread, nil, { runListener($0) }, context)
  }

  /// Reads a request and answers it.
  func answer(_ connection: Int32) {
    guard let head = head(from: connection) else { return }
    let lines = head.split(separator: "\r\n")
    let name = lines.first?.split(separator: " ").dropFirst().first?.split(separator: "/").last
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }?
      .dropFirst("range: bytes=".count)
    let request = LocalServer.Request(
      name.map(String.init) ?? "", from: range.flatMap { Int($0.prefix { $0 != "-" }) })
    requests.withLock { $0.append(request) }
    guard let file = files[request.name] else { return send(404, [], to: connection) }
    switch behaviour {
    case .sound: send(part(of: file, request), to: connection)
    case .withoutRanges: send(200, file, to: connection)
    case .cuttingOff(let count):
      send(part(of: file, request), cutAfter: count, to: connection)
    case .failing(let status): send(status, [], to: connection)
    case .redirecting(let url):
      send(302, [], ["Location: \(url)/\(request.name)"], to: connection)
    }
  }

  private typealias Part = (status: Int, body: [UInt8], headers: [String])

  private func part(of file: [UInt8], _ request: LocalServer.Request) -> Part {
    guard let start = request.start else { return (200, file, []) }
    guard start < file.count else { return (416, [], ["Content-Range: bytes */\(file.count)"]) }
    let range = "Content-Range: bytes \(start)-\(file.count - 1)/\(file.count)"
    return (206, Array(file[start...]), [range])
  }

  private func send(_ part: Part, cutAfter count: Int = .max, to connection: Int32) {
    send(part.status, part.body, part.headers, cutAfter: count, to: connection)
  }

  private func send(
    _ status: Int, _ body: [UInt8], _ headers: [String] = [], cutAfter count: Int = .max,
    to connection: Int32
  ) {
    let lines =
      ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)", "Connection: close"] + headers
    let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body.prefix(count)
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
      var isOn: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        systemSend(connection, $0, flags)
      }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// What comes before an empty line.
  private func head(from connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &block, block.count, 0)
      if count <= 0 { return nil }
      bytes += block[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasSuffix("\r\n\r\n") { return text }
    }
  }
}

/// What a thread is given.
private final class Listener: Sendable {
  let socket: Int32
  let handler: LocalServer.Handler

  init(socket: Int32, handler: LocalServer.Handler) {
    self.socket = socket
    self.handler = handler
  }
}

private func runListener(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let listener = Unmanaged<Listener>.fromOpaque(context).takeRetainedValue()
  pthread_detach(pthread_self())
  while case let connection = accept(listener.socket, nil, nil), connection >= 0 {
    listener.handler.answer(connection)
    close(connection)
  }
  close(listener.socket)
  return nil
}

private func systemSocket(_ family: Int32, _ type: Int32, _ protocol: Int32) -> Int32 {
  socket(family, type, `protocol`)
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
  send(socket, bytes.baseAddress, bytes.count, flags)
}
