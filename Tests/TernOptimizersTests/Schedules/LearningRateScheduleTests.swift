import TestSupport
import Tern
import Testing

/// Schedules beside PyTorch's over 50 steps.
struct LearningRateScheduleTests {
  private func expectRates(
    _ schedule: LearningRateSchedule, _ expected: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectClose(
      expected.indices.map(schedule.rate(atStep:)), expected, relative: 1e-12, absolute: 1e-15,
      sourceLocation: sourceLocation)
  }

  @Test func constant() { expectRates(.constant(0.1), ScheduleOracle.constant) }

  @Test func step() { expectRates(.step(0.1, every: 7, factor: 0.5), ScheduleOracle.step) }

  @Test func exponential() {
    expectRates(.exponential(0.1, factor: 0.9), ScheduleOracle.exponential)
  }

  @Test func cosine() {
    expectRates(.cosine(0.1, over: 49, minimum: 0.01), ScheduleOracle.cosine)
  }

  @Test func cosineStaysAtItsMinimum() {
    let schedule = LearningRateSchedule.cosine(0.1, over: 10, minimum: 0.01)
    #expect([10, 11, 15, 20, 1_000].map(schedule.rate(atStep:)).allSatisfy { $0 == 0.01 })
  }

  @Test func cosineWithRestarts() {
    expectRates(.cosineWithRestarts(0.1, every: 8), ScheduleOracle.restarts)
  }

  @Test func cosineWithLongerRestarts() {
    expectRates(
      .cosineWithRestarts(0.1, every: 6, lengthFactor: 2, minimum: 0.01),
      ScheduleOracle.longerRestarts)
  }

  @Test func warmUp() {
    expectRates(
      .cosine(0.1, over: 40, minimum: 0.01).afterWarmUp(over: 10, from: 0.1),
      ScheduleOracle.warmUp)
  }

  @Test func warmUpOfNoStepsIsTheScheduleItself() {
    expectRates(
      .cosine(0.1, over: 49, minimum: 0.01).afterWarmUp(over: 0), ScheduleOracle.cosine)
  }

  @Test func scheduleOfOnesOwn() {
    #expect(LearningRateSchedule { step in Double(step) }.rate(atStep: 7) == 7)
  }
}
