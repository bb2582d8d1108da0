import Foundation
import TernReports
import TestSupport
import Testing

/// The page in a real browser, if there is one.
@Suite struct BrowserTests {
  static let browser: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for name in ["chromium", "chromium-browser", "google-chrome"] {
      for folder in folders.split(separator: ":") {
        let path = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    return nil
  }()

  /// Writes into the page what a reader would see: the sizes of all images, and whether anything is
  /// wider than the window.
  private static let probe = """
    <script>
    addEventListener('load', () => {
      const images = [...document.images];
      const seen = images.filter(i => i.complete && i.naturalWidth > 0 && i.clientWidth > 0);
      const fits = document.documentElement.scrollWidth <= innerWidth;
      document.body.innerHTML = `PROBE ${images.length} ${seen.length} ${fits} END`;
    });
    </script>
    """

  @Test(
    .enabled(
      if: browser != nil && Gnuplot.installed != nil, "install chromium and gnuplot-nox"),
    arguments: [400, 1200])
  func everyPictureIsSeenAndNothingComplains(windowWidth: Int) throws {
    let folder = try TemporaryFolder()
    try Pages.everything.write(to: folder.path)
    let page = try folder.read("report.html")
    let pictures = page.components(separatedBy: "<img ").count - 1
    let probed = page.replacing("</body>", with: "\(Self.probe)</body>")
    let file = try folder.write(probed, to: "probed.html")

    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--user-data-dir=\(folder.path)/profile", "--window-size=\(windowWidth),900",
      "--virtual-time-budget=10000", "--enable-logging=stderr", "--dump-dom",
      "file://\(file)",
    ]
    let (dom, log) = (try folder.write("", to: "dom"), try folder.write("", to: "log"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: dom))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()

    #expect(process.terminationStatus == 0)
    let errors = try folder.read("log").split(separator: "\n").filter { $0.contains("CONSOLE") }
    #expect(errors == [])
    #expect(pictures >= 9)
    #expect(try folder.read("dom").contains("PROBE \(pictures) \(pictures) true END"))
  }
}
