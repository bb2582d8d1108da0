/// A page of results: sections of texts, tables and pictures.
///
/// ```swift
/// var report = Report(title: "digits")
/// report.sections.append(
///   Section(title: "Loss", blocks: [
///     .picture(Picture(name: "loss", alternative: "the loss falls", content: .figure(figure)))
///   ]))
/// try report.write(to: "runs/digits-1", drawingWith: .installed)
/// ```
public struct Report: Sendable {
  /// The page's title.
  public var title: String
  /// A line below the title.
  public var subtitle: String?
  /// The page that this one is a part of: what it is called, and its path from the report's folder.
  public var parent: (title: String, path: String)?
  /// The sections, in their order.
  public var sections: [Section]

  /// A page with these sections.
  public init(
    title: String, subtitle: String? = nil, parent: (title: String, path: String)? = nil,
    sections: [Section] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.parent = parent
    self.sections = sections
  }

  /// A part of a page, under a heading of its own.
  public struct Section: Sendable {
    /// The heading.
    public var title: String
    /// What is in it, in order.
    public var blocks: [Block]

    /// A section with these blocks.
    public init(title: String, blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// Something that stands in a section.
  public enum Block: Sendable {
    /// A paragraph.
    case text(String)
    /// Lines that keep their spaces, such as a table made of letters.
    case listing(String)
    /// A table.
    case table(Report.Table)
    /// A picture with its caption.
    case picture(Picture)
    /// Small images side by side, each with a caption of its own.
    case gallery(Gallery)
  }
}

extension Report {
  /// Rows and columns of texts.
  public struct Table: Sendable, Hashable {
    /// What the table shows.
    public var caption: String?
    /// The headings of the columns.
    public var header: [String]
    /// The rows, as wide as the header.
    public var rows: [[String]]
    /// The pages that the names of rows lead to, as paths from the report's folder: one a row, nil
    /// for a name that leads nowhere. Empty if there are none.
    public var links: [String?]

    /// A table; the first column names the rows.
    public init(
      caption: String? = nil, header: [String], rows: [[String]], links: [String?] = []
    ) {
      for row in rows {
        precondition(
          row.count == header.count,
          "a table of \(header.count) columns cannot have a row of \(row.count): \(row)")
      }
      precondition(
        links.isEmpty || links.count == rows.count,
        "a table of \(rows.count) rows cannot have \(links.count) links")
      self.caption = caption
      self.header = header
      self.rows = rows
      self.links = links
    }
  }
}

/// A picture of a page, which also becomes files of its own.
public struct Picture: Sendable {
  /// What a picture is made of.
  public enum Content: Sendable {
    /// Charts that gnuplot draws.
    case figure(Figure)
    /// An image.
    case bitmap(Bitmap)
  }

  /// The name of its files, without extension.
  public var name: String
  /// What it shows, in words, for those who cannot see it.
  public var alternative: String
  /// A line below it.
  public var caption: String?
  /// What it is made of.
  public var content: Content

  /// A picture.
  public init(name: String, alternative: String, caption: String? = nil, content: Content) {
    self.name = name
    self.alternative = alternative
    self.caption = caption
    self.content = content
  }
}

/// Images with captions, such as examples that a model gets wrong.
public struct Gallery: Sendable {
  /// The name of the file with all images.
  public var name: String
  /// The images, each with a caption that also serves those who cannot see it.
  public var items: [(image: Bitmap, caption: String)]

  /// A gallery of these images.
  public init(name: String, items: [(image: Bitmap, caption: String)]) {
    self.name = name
    self.items = items
  }
}
