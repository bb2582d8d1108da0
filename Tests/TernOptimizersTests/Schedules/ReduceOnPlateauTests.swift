import TestSupport
import Tern
import Testing

/// Rates that answer to a metric, beside PyTorch's. One metric is NaN.
struct ReduceOnPlateauTests {
  @Test(arguments: [
    (ReduceOnPlateau(0.1, factor: 0.5, patience: 3), ScheduleOracle.plateauPatience),
    (
      ReduceOnPlateau(0.1, factor: 0.5, patience: 1, threshold: 0.05, cooldown: 4),
      ScheduleOracle.plateauCooldown
    ),
    (
      ReduceOnPlateau(0.1, factor: 0.1, patience: 2, minimum: 0.005),
      ScheduleOracle.plateauMinimum
    ),
    (
      ReduceOnPlateau(0.1, goal: .higher, factor: 0.5, patience: 2, threshold: 0.01),
      ScheduleOracle.plateauHigher
    ),
  ])
  func reducesAsPyTorch(schedule: ReduceOnPlateau, expected: [Double]) {
    var schedule = schedule
    let isHigher = expected == ScheduleOracle.plateauHigher
    let rates = ScheduleOracle.metrics.map { schedule.rate(after: isHigher ? 1 - $0 : $0) }
    expectClose(rates, expected, relative: 1e-12, absolute: 0)
    #expect(expected.last != expected.first)
  }

  @Test func keepsTheBestMetric() {
    var schedule = ReduceOnPlateau(0.1)
    #expect(schedule.best == nil)
    for metric in [.nan, 3, 1, 2] { _ = schedule.rate(after: metric) }
    #expect(schedule.best == 1)
  }

  @Test func copyContinuesOnItsOwn() {
    var schedule = ReduceOnPlateau(0.1, patience: 0)
    _ = schedule.rate(after: 1)
    var copy = schedule
    #expect(copy.rate(after: 2) < 0.05)
    #expect(schedule.rate == 0.1)
  }
}
