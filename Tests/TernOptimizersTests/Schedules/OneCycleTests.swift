import TestSupport
import Tern
import Testing

/// One cycle beside PyTorch's.
struct OneCycleTests {
  @Test func twoPhases() {
    let schedule = LearningRateSchedule.oneCycle(maximum: 0.5, over: 50)
    expectClose(
      (0..<50).map(schedule.rate(atStep:)), ScheduleOracle.oneCycle, relative: 1e-12,
      absolute: 1e-15)
  }

  @Test func threePhases() {
    let schedule = LearningRateSchedule.oneCycle(
      maximum: 0.5, over: 50, risingFraction: 0.37, initialDivisor: 10, finalDivisor: 100,
      inThreePhases: true)
    expectClose(
      (0..<50).map(schedule.rate(atStep:)), ScheduleOracle.oneCycleThreePhases, relative: 1e-12,
      absolute: 1e-15)
  }

  @Test func staysAtItsLastRate() {
    let schedule = LearningRateSchedule.oneCycle(
      maximum: 1, over: 10, initialDivisor: 4, finalDivisor: 8)
    for step in [9, 10, 100] { #expect(schedule.rate(atStep: step) == 0.03125) }
  }

  @Test(arguments: 1...4) func shortCyclesStayWithinTheirRates(length: Int) {
    let schedule = LearningRateSchedule.oneCycle(maximum: 1, over: length)
    #expect((0..<length).map(schedule.rate(atStep:)).allSatisfy { $0 > 0 && $0 <= 1 })
  }
}
