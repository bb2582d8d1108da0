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
      PReLU(channels: 3), Softmax(axis: 1), LogSoftmax(axis: 1), Flatten(), Reshape([2, -1]),
    ]
    return checks
      + shaped.map { layer in
        DerivativeCheck(layer, at: draws.signed([2, 3, 4]), seed: seed)
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
