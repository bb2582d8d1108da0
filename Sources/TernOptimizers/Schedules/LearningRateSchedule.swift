#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A learning rate for each step of training: a pure function of the number of the step.
///
/// A step is what the caller counts, updates or epochs; every length below is in the same unit. The
/// first step is number 0.
///
/// ```swift
/// let schedule = LearningRateSchedule.cosine(0.1, over: 900).afterWarmUp(over: 100)
/// for (step, batch) in batches.enumerated() {
///   optimizer.learningRate = Float(schedule.rate(atStep: step))
///   …
/// }
/// ```
///
/// For a rate that answers to a metric see ``ReduceOnPlateau``.
public struct LearningRateSchedule: Sendable {
  private let function: @Sendable (Int) -> Double

  /// A schedule of your own: the rate for a step's number, counted from 0.
  public init(_ rate: @escaping @Sendable (_ step: Int) -> Double) { function = rate }

  /// The rate for a step, counted from 0.
  public func rate(atStep step: Int) -> Double {
    precondition(step >= 0, "a schedule's steps count from 0, got \(step)")
    return function(step)
  }
}

extension LearningRateSchedule {
  /// Always the same rate.
  public static func constant(_ rate: Double) -> LearningRateSchedule {
    LearningRateSchedule { _ in rate }
  }

  /// rate · factor^⌊t / every⌋: the rate is multiplied by a factor every so many steps.
  public static func step(_ rate: Double, every: Int, factor: Double = 0.1)
    -> LearningRateSchedule
  {
    precondition(every > 0, "a step schedule needs a length of 1 or more, got \(every)")
    return LearningRateSchedule { t in rate * pow(factor, Double(t / every)) }
  }

  /// rate · factorᵗ.
  public static func exponential(_ rate: Double, factor: Double) -> LearningRateSchedule {
    LearningRateSchedule { t in rate * pow(factor, Double(t)) }
  }

  /// Half a cosine wave from `rate` down to `minimum` at step `length`; the minimum from then on.
  ///
  /// Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017).
  public static func cosine(_ rate: Double, over length: Int, minimum: Double = 0)
    -> LearningRateSchedule
  {
    precondition(length > 0, "a cosine schedule needs a length of 1 or more, got \(length)")
    return LearningRateSchedule { t in
      halfCosine(from: rate, to: minimum, at: Double(min(t, length)) / Double(length))
    }
  }

  /// Half cosine waves from `rate` down towards `minimum`, each followed by the next.
  ///
  /// Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017).
  ///
  /// - Parameters:
  ///   - rate: Where every wave begins.
  ///   - length: The steps of the first wave.
  ///   - lengthFactor: How many times longer each wave is than the one before.
  ///   - minimum: What every wave falls towards.
  public static func cosineWithRestarts(
    _ rate: Double, every length: Int, lengthFactor: Int = 1, minimum: Double = 0
  ) -> LearningRateSchedule {
    precondition(
      length > 0 && lengthFactor > 0,
      "a cosine schedule needs a length and a factor of 1 or more, got \(length) and "
        + "\(lengthFactor)")
    return LearningRateSchedule { t in
      var (start, period) = (0, length)
      if lengthFactor == 1 {
        start = t / length * length
      } else {
        while t - start >= period {
          start += period
          period *= lengthFactor
        }
      }
      return halfCosine(from: rate, to: minimum, at: Double(t - start) / Double(period))
    }
  }

  /// This schedule after a linear warm-up: `length` steps that rise evenly from `fraction` of its
  /// first rate towards all of it, then the schedule from its step 0.
  ///
  /// Goyal et al., "Accurate, large minibatch SGD: training ImageNet in 1 hour" (2017).
  public func afterWarmUp(over length: Int, from fraction: Double = 0) -> LearningRateSchedule {
    precondition(length >= 0, "a warm-up needs a length of 0 or more, got \(length)")
    return LearningRateSchedule { [self] t in
      if t >= length { return rate(atStep: t - length) }
      let progress = Double(t) / Double(length)
      return rate(atStep: 0) * (fraction + (1 - fraction) * progress)
    }
  }
}

/// Half a cosine wave: `start` for a progress of 0, `end` for 1.
func halfCosine(from start: Double, to end: Double, at progress: Double) -> Double {
  end + (start - end) / 2 * (1 + cos(.pi * progress))
}
