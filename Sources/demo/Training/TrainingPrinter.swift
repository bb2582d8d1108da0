import Tern

/// Prints progress in the style that is asked for.
enum TrainingPrinter {
  case epochs(ProgressPrinter)
  case iterations(IterationPrinter)

  init(_ style: ProgressStyle, every interval: Int?) {
    switch style {
    case .epochs: self = .epochs(ProgressPrinter())
    case .iterations, .timed:
      self = .iterations(IterationPrinter(every: interval ?? 100, showsTime: style == .timed))
    }
  }

  mutating func report(_ event: TrainingEvent) {
    switch self {
    case .epochs(var printer):
      printer.report(event)
      self = .epochs(printer)
    case .iterations(var printer):
      printer.report(event)
      self = .iterations(printer)
    }
  }
}
