import Tern

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Report {
  /// Writes `report.html`, one file that needs no other, and the pictures as files to
  /// `pictures/`: figures as `NAME.svg` and `NAME.png`, images as `NAME.png`.
  ///
  /// A figure that cannot be drawn leaves its place to a line that says why.
  ///
  /// - Parameters:
  ///   - folder: A folder that is there.
  ///   - gnuplot: What draws the figures; without it, the page says how to get it.
  /// - Returns: What the user should know: why pictures are missing. Empty if none is.
  /// - Throws: ``ReportError/unwritable(path:reason:)``
  @discardableResult
  public func write(
    to folder: String, drawingWith gnuplot: Gnuplot? = .installed
  ) throws(ReportError) -> [String] {
    var writer = ReportWriter(folder: folder, gnuplot: gnuplot)
    var body = ""
    for section in sections {
      body += "<section>\n<h2>\(HTML.text(section.title))</h2>\n"
      for block in section.blocks { body += try writer.html(of: block) + "\n" }
      body += "</section>\n"
    }
    let page = HTML.page(title: title, subtitle: subtitle, parent: parent, body: body)
    try writer.write(Array(page.utf8), to: "report.html")
    return writer.notes
  }
}

/// Turns blocks into HTML and pictures into files.
private struct ReportWriter {
  let folder: String
  let gnuplot: Gnuplot?
  /// Why pictures are missing.
  private(set) var notes: [String] = []

  init(folder: String, gnuplot: Gnuplot?) {
    self.folder = folder
    self.gnuplot = gnuplot
  }

  mutating func html(of block: Report.Block) throws(ReportError) -> String {
    switch block {
    case .text(let text): "<p>\(HTML.text(text))</p>"
    case .listing(let text): "<pre>\(HTML.text(text))</pre>"
    case .table(let table): Self.html(of: table)
    case .picture(let picture): try html(of: picture)
    case .gallery(let gallery): try html(of: gallery)
    }
  }

  private static func html(of table: Report.Table) -> String {
    let caption = table.caption.map { "<caption>\(HTML.text($0))</caption>" } ?? ""
    let header = table.header.map { "<th scope=\"col\">\(HTML.text($0))</th>" }.joined()
    let rows = table.rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, text in
        if column > 0 { return "<td>\(HTML.text(text))</td>" }
        let link = table.links.isEmpty ? nil : table.links[index]
        let name = link.map { HTML.link(text, to: $0) } ?? HTML.text(text)
        return "<th scope=\"row\">\(name)</th>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<div class=\"wide\"><table>\(caption)\n<thead><tr>\(header)</tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table></div>"
  }

  private mutating func html(of picture: Picture) throws(ReportError) -> String {
    let image: String
    switch picture.content {
    case .bitmap(let bitmap):
      let file = try bitmap.png()
      try write(file, to: "pictures/\(Self.fileName(picture.name)).png")
      image = HTML.image(
        file, .png, alternative: picture.alternative, width: bitmap.width)
    case .figure(let figure):
      guard let drawn = try draw(figure, name: picture.name) else {
        return "<p>\(HTML.text(picture.alternative)): not drawn; "
          + "\(HTML.text(notes.last ?? "there is no gnuplot")).</p>"
      }
      image = HTML.image(
        drawn, .svg, alternative: picture.alternative, width: figure.columns * figure.chartWidth)
    }
    let caption = picture.caption.map { "\n<figcaption>\(HTML.text($0))</figcaption>" } ?? ""
    return "<figure>\n\(image)\(caption)\n</figure>"
  }

  /// Writes a figure's files and returns the SVG; nil, and a note, if it cannot be drawn.
  private mutating func draw(_ figure: Figure, name: String) throws(ReportError) -> [UInt8]? {
    guard let gnuplot else {
      note(Gnuplot.advice)
      return nil
    }
    let (svg, png): ([UInt8], [UInt8])
    do throws(ReportError) {
      svg = try gnuplot.draw(figure, as: .svg)
      png = try gnuplot.draw(figure, as: .png)
    } catch {
      note("\(error)")
      return nil
    }
    try write(svg, to: "pictures/\(Self.fileName(name)).svg")
    try write(png, to: "pictures/\(Self.fileName(name)).png")
    return svg
  }

  private mutating func note(_ text: String) {
    notes.removeAll { $0 == text }
    notes.append(text)
  }

  private mutating func html(of gallery: Gallery) throws(ReportError) -> String {
    var html = "<div class=\"gallery\">\n"
    for (image, caption) in gallery.items {
      let image = HTML.image(
        try image.png(), .png, alternative: caption, width: image.width)
      html += "<figure>\(image)<figcaption>\(HTML.text(caption))</figcaption></figure>\n"
    }
    if let all = Bitmap(sideBySide: gallery.items.map(\.image)) {
      try write(try all.png(), to: "pictures/\(Self.fileName(gallery.name)).png")
    }
    return html + "</div>"
  }

  /// Writes a file of the folder; the old one is replaced when the new one is complete.
  func write(_ bytes: [UInt8], to name: String) throws(ReportError) {
    let path = "\(folder)/\(name)"
    do {
      if name.contains("/") {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/pictures", withIntermediateDirectories: true)
      }
      try AtomicFile.replace(path) { file throws(FormatError) in try file.append(bytes) }
    } catch FormatError.unwritable(_, let reason) {
      throw .unwritable(path: path, reason: reason)
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// A name without anything that means something in a path.
  private static func fileName(_ name: String) -> String {
    let letters = name.unicodeScalars.map { scalar in
      let isPlain =
        scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    let plain = String(String(letters).drop { $0 == "." }.prefix(80))
    return plain.isEmpty ? "picture" : plain
  }
}
