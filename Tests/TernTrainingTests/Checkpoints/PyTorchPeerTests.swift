import Tern
import TestSupport
import Testing

/// Files of Tern's in the hands of PyTorch.
@Suite struct PyTorchPeerTests {
  static let python = Python(importing: "torch, safetensors.torch")

  /// Loads a model's state, every key of which has to fit, and applies the model to an input.
  private static let script = """
    import sys
    from collections import OrderedDict
    from torch import nn
    from safetensors.torch import load_file, save_file
    state, input, output = sys.argv[1:]
    model = nn.Sequential(OrderedDict(
        conv=nn.Conv2d(1, 3, 3, padding=1), norm=nn.BatchNorm2d(3), relu=nn.ReLU(),
        flat=nn.Flatten(), out=nn.Linear(75, 4)))
    model.load_state_dict(load_file(state), strict=True)
    save_file({"y": model.eval()(load_file(input)["x"]).detach()}, output)
    """

  @Test(.enabled(if: python != nil, "needs python3 with PyTorch; TERN_PYTHON may name it"))
  func pyTorchLoadsWhatTernWrites() throws {
    var rng = Philox(seed: 3)
    var model = Sequential<Float> {
      Conv2D(1, 3, kernel: 3, padding: 1, using: &rng)
      BatchNorm(3)
      ReLU()
      Flatten()
      Linear(75, 4, using: &rng)
    }
    let x: Tensor<Float> = seeded([6, 1, 5, 5])
    _ = model.training(x)  // moves the running statistics
    let folder = try TemporaryFolder()
    let files = ["state", "input", "output"].map { "\(folder.path)/\($0)" }
    try model.save(forPyTorch: files[0], keys: ["conv": "0", "norm": "1", "out": "4"])
    try Safetensors.write([("x", AnyTensor(x))], to: files[1])
    #expect(try #require(Self.python).run(Self.script, files) == 0)
    let y: Tensor<Float> = try Safetensors.read(from: files[2]).tensor("y")
    expectClose(model(x), y, relative: 1e-5, absolute: 1e-6)
  }
}
