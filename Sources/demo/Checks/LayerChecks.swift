import Tern

extension DerivativeCheck {
  /// Every layer.
  static func layers(_ draws: inout CheckInputs) -> [DerivativeCheck] {
    let seed = draws.seed
    var rng = draws.rng
    let elementwise: [any Layer<Double>] = [
      ReLU(), LeakyReLU(), PReLU(), ELU(), ELU(alpha: 0.5), GELU(), SiLU(), Sigmoid(), Tanh(),
      Softplus(), Softmax(), LogSoftmax(), Dropout(rate: 0.4, using: &rng),
      Lambda("Lambda(x³)") { x in x * x * x },
    ]
    var checks = [
      DerivativeCheck(Linear(5, 4, using: &rng), at: draws.signed([3, 5]), seed: seed)
    ]
    checks += elementwise.map { layer in
      DerivativeCheck(layer, at: draws.signed([3, 5]), seed: seed)
    }
    let shaped: [any Layer<Double>] = [
      BatchNorm(3), BatchNorm(3, momentum: nil, affine: false), LayerNorm([4]), LayerNorm([3, 4]),
      GroupNorm(groups: 1, channels: 3), GroupNorm(groups: 3, channels: 3),
      PReLU(channels: 3), Softmax(axis: 1), LogSoftmax(axis: 1), Flatten(), Reshape([2, -1]),
    ]
    let convolutions: [any Layer<Double>] = [
      Conv2D(4, 3, kernel: 3, padding: .same, using: &rng),
      Conv2D(
        4, 2, kernel: [2, 3], stride: 2, padding: 1, dilation: [2, 1], groups: 2, using: &rng),
      Conv2D(4, 4, kernel: 1, bias: false, using: &rng),
      ConvTranspose2D(4, 3, kernel: 3, using: &rng),
      ConvTranspose2D(
        4, 2, kernel: 2, stride: 3, padding: 1, outputPadding: 1, groups: 2, using: &rng),
    ]
    checks += convolutions.map { layer in
      DerivativeCheck(layer, at: draws.signed([2, 4, 5, 4]), seed: seed)
    }
    checks += shaped.map { layer in
      DerivativeCheck(layer, at: draws.signed([2, 3, 4]), seed: seed)
    }
    checks.append(
      DerivativeCheck(
        Dropout2D(rate: 0.4, using: &rng), at: draws.signed([2, 3, 2, 2]), seed: seed))
    return checks + poolings(&draws) + embeddings(&draws)
  }

  /// Tables of rows, which take indices.
  private static func embeddings(_ draws: inout CheckInputs) -> [DerivativeCheck] {
    let indices: Tensor<Int32> = [[2, 0], [3, 2]]
    return [nil, 1].map { paddingIndex in
      DerivativeCheck(
        "\(Embedding(weight: Tensor<Double>(zeros: [4, 3]), paddingIndex: paddingIndex))",
        at: ["weight": draws.signed([4, 3])], seed: draws.seed
      ) { Embedding(weight: $0[0], paddingIndex: paddingIndex)(indices) }
    }
  }

  /// Layers that pool windows of images.
  private static func poolings(_ draws: inout CheckInputs) -> [DerivativeCheck] {
    let seed = draws.seed
    let layers: [any Layer<Double>] = [
      MaxPool2D(2), MaxPool2D(3, stride: 2, padding: 1), AvgPool2D(2),
      AvgPool2D(3, stride: 2, padding: 1, countIncludesPadding: false), AdaptiveAvgPool2D([2, 3]),
      AdaptiveMaxPool2D([2, 3]), GlobalAvgPool2D(),
    ]
    return layers.map { layer in
      DerivativeCheck(layer, at: draws.spaced([1, 2, 4, 5]), seed: seed)
    }
  }

  /// Layers in combination.
  static func networks(_ draws: inout CheckInputs) -> [DerivativeCheck] {
    let seed = draws.seed
    var rng = draws.rng
    let networks: [Sequential<Double>] = [
      Sequential {
        draws.linear(4, 6)
        ReLU()
        draws.linear(6, 3)
        LogSoftmax()
      },
      Sequential {
        Linear(4, 6, using: &rng)
        GELU()
        Dropout(rate: 0.3, using: &rng)
        Linear(6, 3, using: &rng)
        Tanh()
      },
      Sequential {
        Residual {
          draws.linear(4, 4)
          ReLU()
        }
        Residual {
          Linear(4, 3, using: &rng)
          SiLU()
          Linear(3, 4, using: &rng)
        }
        Softplus()
      },
      Sequential {
        Reshape([2, 2])
        Tanh()
        Flatten()
        draws.linear(4, 3)
        PReLU()
      },
    ]
    return networks.map { network in
      DerivativeCheck(network, at: draws.signed([3, 4], 0.2...1), seed: seed)
    }
  }
}
