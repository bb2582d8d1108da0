import Tern

/// Why a picture or a page could not be made.
public enum ReportError: Error, Hashable, Sendable {
  /// A file or folder could not be written, for this reason.
  case unwritable(path: String, reason: String)
  /// libpng could not compress an image or read a file, for this reason.
  case png(reason: String)
  /// gnuplot could not be started or did not draw, for this reason.
  case gnuplot(reason: String)
}

extension ReportError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
    case .png(let reason): "libpng: \(reason)"
    case .gnuplot(let reason): "gnuplot: \(reason)"
    }
  }
}
