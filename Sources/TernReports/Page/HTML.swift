#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Pieces of HTML5. Words of others go in through ``text(_:)`` only.
enum HTML {
  /// A text as a page shows it, between tags or in the quotation marks of an attribute.
  static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default:
        // HTML has neither control characters nor those that stand for nothing.
        let isShown =
          scalar.properties.generalCategory != .control
          && !scalar.properties.isNoncharacterCodePoint
        escaped.unicodeScalars.append(isShown ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  /// An image that is part of the page.
  static func image(_ file: [UInt8], _ format: PictureFormat, alternative: String, width: Int)
    -> String
  {
    let type = format == .svg ? "svg+xml" : "png"
    let data = Data(file).base64EncodedString()
    return "<img src=\"data:image/\(type);base64,\(data)\" width=\"\(width)\" "
      + "alt=\"\(text(alternative))\">"
  }

  /// A text that leads to a file, relative to the page's folder.
  ///
  /// Whatever could mean something in an address is written as its code: a path stays a path.
  static func link(_ text: String, to path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        address.unicodeScalars.append(UnicodeScalar(byte))
      default:
        address += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "<a href=\"\(address)\">\(self.text(text))</a>"
  }

  /// A whole page.
  static func page(
    title: String, subtitle: String?, parent: (title: String, path: String)?, body: String
  ) -> String {
    let heading = subtitle.map { "\n<p class=\"subtitle\">\(text($0))</p>" } ?? ""
    let way = parent.map { "<nav>part of \(link($0.title, to: $0.path))</nav>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(text(title.isEmpty ? "Report" : title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <header>
      \(way)<h1>\(text(title))</h1>\(heading)
      </header>
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
  }

  /// Pictures are white cards in the dark, too: they are drawn for paper.
  private static let style = """
    :root { color-scheme: light dark; --text: #1a1a1a; --paper: #ffffff; --soft: #5a5a5a;
      --line: #d8d8d8; --shade: #f4f5f7; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e8e8e8; --paper: #16181b; --soft: #a9adb3; --line: #3a3e44; --shade: #202429; }
    }
    body { margin: 0 auto; padding: 1.5rem; max-width: 64rem; color: var(--text);
      background: var(--paper); font: 16px/1.5 system-ui, sans-serif; }
    h1 { margin: 0; font-size: 1.8rem; overflow-wrap: anywhere; }
    h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.2rem; font-size: 1.25rem;
      border-bottom: 1px solid var(--line); }
    .subtitle, nav, figcaption, caption { color: var(--soft); }
    .subtitle { margin: 0.2rem 0 0; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; margin: 0.6rem 0; font-variant-numeric: tabular-nums; }
    caption { text-align: left; padding-bottom: 0.3rem; }
    th, td { padding: 0.25rem 0.9rem 0.25rem 0; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 600; }
    tbody th { font-weight: 400; color: var(--soft); }
    pre { padding: 0.8rem; overflow-x: auto; background: var(--shade); font-size: 0.85rem;
      line-height: 1.4; }
    figure { margin: 0.8rem 0; }
    img { max-width: 100%; height: auto; background: #ffffff; border-radius: 4px; }
    figcaption { font-size: 0.9rem; }
    .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      gap: 0.8rem; }
    .gallery figure { margin: 0; }
    .gallery img { width: 6rem; image-rendering: pixelated; border-radius: 0; }
    @media print {
      :root { color-scheme: light; --text: #000000; --paper: #ffffff; --soft: #444444;
        --line: #bbbbbb; --shade: #f4f4f4; }
      body { max-width: none; padding: 0; font-size: 11pt; }
      figure, tr, pre { break-inside: avoid; }
      h2 { break-after: avoid; }
      .wide { overflow: visible; }
      table { font-size: 9pt; }
      th, td { padding-right: 0.6rem; }
      pre { white-space: pre-wrap; }
    }
    """
}
