import Foundation
import Tern
import TernReports
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test func textsCannotBreakThePage() throws {
    let folder = try TemporaryFolder()
    try Pages.everything.write(to: folder.path)
    let page = try folder.read("report.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(unbalancedTags(page) == [])
    #expect(!page.contains("<script") && !page.contains("onerror='"))
    #expect(!page.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{7}" })
    #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;"))
    #expect(page.components(separatedBy: "<title>").count == 2)
  }

  @Test func thePageNeedsNoOtherFile() throws {
    let folder = try TemporaryFolder()
    try Pages.everything.write(to: folder.path)
    let page = try folder.read("report.html")
    for reference in ["http:", "https:", "href=", "url(", "@import", "src=\"pictures"] {
      #expect(!page.contains(reference), "\(reference)")
    }
    let images = page.components(separatedBy: "<img ").dropFirst()
    #expect(images.count >= 2)
    for image in images {
      #expect(image.hasPrefix("src=\"data:image/"))
      let tag = image.prefix { $0 != ">" }
      let alternative = try #require(tag.components(separatedBy: "alt=\"").last)
      #expect(alternative.count > 5, "an image without words")
    }
  }

  @Test func namesOfRowsLeadToFilesOnly() throws {
    let folder = try TemporaryFolder()
    let table = Report.Table(
      header: ["run", "loss"], rows: [["a&b", "1"], ["c", "2"], ["d", "3"]],
      links: ["a&b/ü #1/report.html", nil, "javascript:alert(1)"])
    try Report(title: "t", sections: [Report.Section(title: "s", blocks: [.table(table)])])
      .write(to: folder.path)
    let page = try folder.read("report.html")
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"a%26b/%C3%BC%20%231/report.html\">a&amp;b</a></th>"))
    #expect(page.contains("<th scope=\"row\">c</th>"))
    #expect(page.contains("<a href=\"javascript%3Aalert%281%29\">d</a>"))
    #expect(unbalancedTags(page) == [])
  }

  @Test(.enabled(if: Gnuplot.installed != nil, "install gnuplot-nox"))
  func picturesAreFilesToo() throws {
    let folder = try TemporaryFolder()
    #expect(try Pages.everything.write(to: folder.path) == [])
    for name in ["loss", "accuracy", "steps", "confusion", "parameters", "search"] {
      let svg = try folder.read("pictures/\(name).svg")
      #expect(svg.hasPrefix("<?xml"))
      #expect(try decoded(folder.data("pictures/\(name).png")).width > 500)
    }
    for name in ["first-layer", "wrong-predictions"] {
      #expect(try decoded(folder.data("pictures/\(name).png")).channels == 3)
    }
  }

  @Test func withoutGnuplotThePageSaysHowToGetIt() throws {
    let folder = try TemporaryFolder()
    let notes = try Pages.everything.write(to: folder.path, drawingWith: nil)
    #expect(notes == [Gnuplot.advice])
    #expect(Gnuplot.advice.contains("apt-get install gnuplot-nox"))
    let page = try folder.read("report.html")
    #expect(page.contains("apt-get install gnuplot-nox"))
    #expect(unbalancedTags(page) == [])
    #expect(
      try folder.files.filter { $0.hasSuffix("g") } == [
        "pictures/first-layer.png", "pictures/wrong-predictions.png",
      ])
  }

  @Test func aGnuplotThatFailsIsNamedOnThePage() throws {
    let folder = try TemporaryFolder()
    let notes = try Pages.everything.write(
      to: folder.path, drawingWith: Gnuplot(path: "/bin/false"))
    #expect(notes == ["gnuplot: it ended with status 1"])
    #expect(try folder.read("report.html").contains("it ended with status 1"))
  }

  @Test func namesOfPicturesLeadNowhereElse() throws {
    let folder = try TemporaryFolder()
    let pixel = Bitmap(width: 1, height: 1, channels: 1, samples: [7])
    let names = ["../../escaped", "/etc/x", "..", "", "a b/ü"]
    let blocks = names.map {
      Report.Block.picture(Picture(name: $0, alternative: "a pixel", content: .bitmap(pixel)))
    }
    try Report(title: "t", sections: [Report.Section(title: "s", blocks: blocks)])
      .write(to: folder.path)
    let files = try folder.files
    #expect(
      files == [
        "pictures", "pictures/-..-escaped.png", "pictures/-etc-x.png", "pictures/a-b-ü.png",
        "pictures/picture.png", "report.html",
      ])
  }

  @Test func aReportThatCannotBeWritten() throws {
    #expect(
      throws: ReportError.unwritable(
        path: "/dev/null/report.html", reason: "Not a directory")
    ) {
      try Report(title: "t").write(to: "/dev/null")
    }
  }

  @Test func anEmptyReportIsAPage() throws {
    let folder = try TemporaryFolder()
    #expect(try Report(title: "").write(to: folder.path) == [])
    let page = try folder.read("report.html")
    #expect(unbalancedTags(page) == [])
    #expect(page.contains("<title>Report</title>"))
    #expect(try folder.files == ["report.html"])
  }
}
