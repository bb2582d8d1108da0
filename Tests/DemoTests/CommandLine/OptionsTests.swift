import TestSupport
import Testing

@Suite struct OptionsTests {
  @Test(arguments: [["help"], [], ["--help"], ["-h"], ["help", "help"], ["help", "-h"]])
  func helpNamesEverything(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for word in [
      "fetch", "mnist", "cifar10", "--to", "--mirror", "train", "evaluate", "report", "check",
      "info",
      "help",
      "digits", "iris", "iris-mse",
      "mnist-mlp", "mnist-cnn", "cifar-mlp", "cifar-two-layer", "cifar-solver", "overfit",
      "momentum", "--data", "--epochs", "--iterations", "--batch-size", "--batching",
      "--learning-rate", "--schedule", "--decay", "--momentum", "--l2", "--l2-convention",
      "--hidden", "--layers", "--activation", "--weight-scale", "--seed", "--threads", "--out",
      "--progress", "--print-every", "--tensorboard", "--random", "search",
      "--quiet", "--json",
    ] {
      #expect(outcome.output.contains(word), "help does not mention \(word)")
    }
  }

  /// A command's help names the options that it takes, and no others.
  @Test(arguments: [
    (
      "train", ["--progress", "--print-every", "--tensorboard", "mnist-cnn"], ["--random", "--to "]
    ),
    (
      "search", ["--random", "--hidden", "0.001..0.1"], ["--progress", "--print-every", "--tensor"]
    ),
    ("evaluate", ["RUN", "--data", "--threads", "--json"], ["--epochs", "--out"]),
    ("fetch", ["cifar10", "--to", "--mirror"], ["--data ", "--out"]),
    ("report", ["RUN…", "--out", "comparison-N"], ["--epochs", "--seed"]),
    ("check", ["--seed", "--json"], ["--out", "--data"]),
    ("toy", ["--json"], ["--out"]), ("graph", ["--out FILE"], ["--json"]),
    ("info", ["tern info"], ["--"]),
  ])
  func commandsHaveTheirOwnHelp(command: String, words: [String], others: [String]) throws {
    let outcome = try Program.run("help", command)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("usage: tern \(command)"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count < 100 })
    for word in words { #expect(outcome.output.contains(word), "\(word)") }
    for word in others { #expect(!outcome.output.contains(word), "\(word)") }
    for option in ["--help", "-h"] {
      #expect(try Program.run(command, "x", option).output == outcome.output)
    }
  }

  @Test func infoTellsWhatTernUses() throws {
    let outcome = try Program.run("info")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("threads"))
    #expect(outcome.output.contains("OpenBLAS"))
  }

  /// A wrong call, and what the message has to say.
  static let wrongCalls: [(arguments: [String], message: String)] = [
    (["trian", "digits"], "unknown command 'trian'; did you mean 'train'?"),
    (["evalute"], "did you mean 'evaluate'?"),
    (
      ["xyzzy-plugh"],
      "there are train, search, evaluate, fetch, report, check, toy, graph, info, help"
    ),
    (["train", "digts"], "unknown recipe 'digts'; did you mean 'digits'?"),
    (["train", "mnist"], "there are digits, iris, iris-mse, mnist-mlp, mnist-cnn, cifar-mlp"),
    (["train", "mnist-mpl"], "did you mean 'mnist-mlp'?"),
    (["train", "iris", "--epoch", "3"], "unknown option '--epoch'; did you mean '--epochs'?"),
    (["train", "iris", "--learning_rate=1"], "did you mean '--learning-rate'?"),
    (["train", "iris", "-x"], "unknown option '-x'"),
    (["train", "iris", "--epochs"], "--epochs needs a value: --epochs N"),
    (["train", "iris", "--out"], "--out needs a value: --out DIR"),
    (["train", "iris", "--epochs", "0"], "from 1 to 1000000, got '0'"),
    (["train", "iris", "--epochs", "-3"], "got '-3'"),
    (["train", "iris", "--epochs", "9223372036854775807"], "got '9223372036854775807'"),
    (["train", "iris", "--epochs", "three"], "--epochs needs a whole number"),
    (["train", "iris", "--epochs="], "got ''"),
    (["train", "iris", "--batch-size", "1.5"], "--batch-size needs a whole number"),
    (["train", "iris", "--learning-rate", "0"], "--learning-rate needs a number above 0"),
    (["train", "iris", "--learning-rate", "nan"], "got 'nan'"),
    (["train", "iris", "--learning-rate", "1e300"], "got '1e300'"),
    (["train", "iris", "--l2", "-1"], "--l2 needs a number of 0 or more"),
    (["train", "iris", "--l2", "inf"], "got 'inf'"),
    (["train", "iris", "--seed", "-1"], "--seed needs a whole number of 0 or more"),
    (["train", "iris", "--threads", "0"], "--threads needs 1 to 256"),
    (["train", "iris", "--quiet=yes"], "--quiet takes no value"),
    (["train", "iris", "--data", "x"], "iris has its data built in and takes no --data"),
    (
      ["train", "iris", "--layers", "3"],
      "iris takes no --layers; of its network you can set --hidden, --activation, --weight-scale"
    ),
    (
      ["train", "digits", "--hidden", "3"],
      "digits takes no --hidden; of its network you can set nothing"
    ),
    (["train", "iris", "--hidden", "4,,5"], "such as 512,256, got '4,,5'"),
    (["train", "iris", "--hidden", "16385"], "widths from 1 to 16384"),
    (["train", "iris", "--hidden", ""], "got ''"),
    (["train", "iris", "--activation", "gelu"], "relu, sigmoid, tanh, prelu, or all, got 'gelu'"),
    (["train", "iris", "--activation", "relu,tanh"], "one for each of the 1, not 2"),
    (["train", "iris", "--momentum", "1"], "from 0 to below 1, got '1'"),
    (["train", "iris", "--decay", "0"], "above 0 and at most 1, got '0'"),
    (["train", "iris", "--schedule", "linear"], "needs cosine or constant, got 'linear'"),
    (["train", "iris", "--batching", "all"], "needs shuffled or drawn, got 'all'"),
    (["train", "iris", "--l2-convention", "full"], "needs half or whole, got 'full'"),
    (["train", "iris", "--progress", "none"], "needs epochs or iterations or timed"),
    (
      ["train", "iris", "--epochs", "1", "--iterations", "2"],
      "--epochs and --iterations exclude each other"
    ),
    (["train"], "the recipe is missing"),
    (["train", "iris", "digits"], "unexpected 'digits' after 'iris'"),
    (["train", "mnist-mlp"], "mnist-mlp needs --data DIR"),
    (["train", "mnist-cnn"], "mnist-cnn needs --data DIR"),
    (["evaluate"], "the run's folder is missing"),
    (["evaluate", "a", "b"], "unexpected 'b' after 'a'"),
    (["evaluate", "a", "--epochs", "3"], "unknown option '--epochs'"),
    (["fetch"], "the data set is missing"),
    (["fetch", "cifar"], "unknown data set 'cifar'; did you mean 'cifar10'?"),
    (["fetch", "mnist"], "fetch needs --to DIR"),
    (["fetch", "mnist", "--data", "x"], "unknown option '--data'"),
    (["train", "iris", "--mirror", "x"], "unknown option '--mirror'"),
    (["check", "digits"], "unexpected 'digits'"),
    (["check", "--out", "x"], "unknown option '--out'"),
    (["info", "me"], "unexpected 'me'"),
    (["help", "me"], "unknown command 'me'"),
    (["help", "trian"], "unknown command 'trian'; did you mean 'train'?"),
    (["help", "train", "iris"], "unexpected 'iris' after 'train'"),
  ]

  @Test(arguments: wrongCalls)
  func wrongUsageExitsWith2(call: (arguments: [String], message: String)) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(call.arguments, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(call.message), "\(outcome.errors)")
    #expect(outcome.errors.contains("See 'tern help'"))
    #expect(outcome.output.isEmpty)
  }

  @Test func valuesMayFollowAnEqualsSign() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--epochs=1", "--seed=7", "--quiet", "--json", "--out=\(folder.path)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.json["epochs"] as? Int == 1)
    #expect(try outcome.json["seed"] as? Int == 7)
  }
}
