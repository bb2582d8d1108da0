import Tern

extension DerivativeCheck {
  /// Every loss, with its options and each reduction.
  static func losses(_ draws: inout CheckInputs) -> [DerivativeCheck] {
    LossReduction.allCases.flatMap { reduction in
      regressionLosses(&draws, reduction) + probabilityLosses(&draws, reduction)
        + classLosses(&draws, reduction)
    }
  }

  /// Losses of numbers.
  private static func regressionLosses(
    _ draws: inout CheckInputs, _ reduction: LossReduction
  ) -> [DerivativeCheck] {
    let seed = draws.seed
    let target = draws.signed([3, 4])
    // Away from 0, and for huber from ±δ on either side.
    let small = target + draws.signed([3, 4], 0.2...0.8)
    let large = target + draws.signed([3, 4], 1.2...2)
    func check(
      _ name: String, _ prediction: Tensor<Double>,
      _ loss: @escaping (Tensor<Double>, Tensor<Double>) -> Tensor<Double>
    ) -> DerivativeCheck {
      DerivativeCheck(
        "\(name), \(reduction)", at: ["prediction": prediction, "target": target], seed: seed
      ) { loss($0[0], $0[1]) }
    }
    return [
      check("meanSquaredError", small) { meanSquaredError($0, $1, reduction: reduction) },
      check("sumSquaredError", small) { sumSquaredError($0, $1, reduction: reduction) },
      check("meanAbsoluteError", small) { meanAbsoluteError($0, $1, reduction: reduction) },
      check("huber, small errors", small) { huber($0, $1, reduction: reduction) },
      check("huber, large errors", large) { huber($0, $1, reduction: reduction) },
      check("huber, delta 0.1", small) { huber($0, $1, delta: 0.1, reduction: reduction) },
    ]
  }

  /// Losses of probabilities.
  private static func probabilityLosses(
    _ draws: inout CheckInputs, _ reduction: LossReduction
  ) -> [DerivativeCheck] {
    let seed = draws.seed
    let logits = draws.signed([3, 4])
    let targets = draws.numbers([3, 4], in: 0.1...0.3)
    let weight = draws.numbers([4], in: 0.5...2)
    let distributions = draws.probabilities([3, 4])
    return [
      DerivativeCheck(
        "binaryCrossEntropy, probabilities, \(reduction)",
        at: ["probabilities": draws.numbers([3, 4], in: 0.4...0.7), "targets": targets], seed: seed
      ) { binaryCrossEntropy($0[0], $0[1], reduction: reduction) },
      DerivativeCheck(
        "binaryCrossEntropy, logits, \(reduction)", at: ["logits": logits, "targets": targets],
        seed: seed
      ) { binaryCrossEntropy(logits: $0[0], $0[1], reduction: reduction) },
      DerivativeCheck(
        "binaryCrossEntropy, logits, positive weight, \(reduction)",
        at: ["logits": logits, "targets": targets, "weight": weight], seed: seed
      ) { binaryCrossEntropy(logits: $0[0], $0[1], positiveWeight: $0[2], reduction: reduction) },
      DerivativeCheck(
        "klDivergence, \(reduction)",
        at: ["log probabilities": draws.probabilities([3, 4]).log(), "targets": distributions],
        seed: seed
      ) { klDivergence($0[0], $0[1], reduction: reduction) },
    ]
  }

  /// Losses of class scores.
  private static func classLosses(
    _ draws: inout CheckInputs, _ reduction: LossReduction
  ) -> [DerivativeCheck] {
    let seed = draws.seed
    let labels: Tensor<Int32> = [2, 0, 3]
    let scores = draws.signed([3, 4])
    let soft = draws.probabilities([3, 4])
    let weights = draws.numbers([4], in: 0.5...2)
    let spaced = draws.spacedScores(rows: 3, classes: 4)
    var checks: [DerivativeCheck] = []
    for (options, smoothing, weights) in [
      ("", 0, nil), (", smoothing 0.1", 0.1, nil), (", class weights", 0, weights),
      (", both", 0.1, weights),
    ] as [(String, Double, Tensor<Double>?)] {
      checks += [
        DerivativeCheck(
          "softmaxCrossEntropy, labels\(options), \(reduction)", at: ["logits": scores], seed: seed
        ) {
          softmaxCrossEntropy(
            $0[0], labels, labelSmoothing: smoothing, classWeights: weights, reduction: reduction)
        },
        DerivativeCheck(
          "softmaxCrossEntropy, soft targets\(options), \(reduction)",
          at: ["logits": scores, "targets": soft], seed: seed
        ) {
          softmaxCrossEntropy(
            $0[0], $0[1], labelSmoothing: smoothing, classWeights: weights, reduction: reduction)
        },
      ]
    }
    for (options, weights) in [("", nil), (", class weights", weights)]
      as [(String, Tensor<Double>?)]
    {
      checks.append(
        DerivativeCheck(
          "negativeLogLikelihood\(options), \(reduction)",
          at: ["log probabilities": scores.logSoftmax(along: 1)], seed: seed
        ) {
          negativeLogLikelihood($0[0], labels, classWeights: weights, reduction: reduction)
        })
    }
    for margin in [1, 0.6] {
      checks.append(
        DerivativeCheck(
          "multiclassHinge, margin \(margin), \(reduction)", at: ["scores": spaced], seed: seed
        ) { multiclassHinge($0[0], labels, margin: margin, reduction: reduction) })
    }
    return checks
  }
}
