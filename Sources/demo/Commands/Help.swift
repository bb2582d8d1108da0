/// What `tern help` prints.
enum Help {
  static var text: String {
    let recipes = Recipes.all.map { "  \(padded($0.name, 17))\($0.summary)" }
    let datasets = RemoteDataset.all.map { "  \(padded($0.name, 17))\($0.summary)" }
    return """
      Trains neural networks on the CPU with Tern.

      usage: tern train RECIPE [options]   train a network and write a run folder
             tern search RECIPE [options]  train with many settings and keep the best model
             tern evaluate RUN             load a run's best model and test it again
             tern fetch NAME --to DIR      download the files of a data set
             tern report RUN…              make a run's page again; compare several
             tern check                    check the gradients of every layer and loss
             tern toy                      a published toy network, figure by figure
             tern graph [--out FILE]       a calculation with its gradients, for Graphviz
             tern info                     what Tern uses of this machine
             tern help                     this text

      recipes:
      \(recipes.joined(separator: "\n"))

      options of train and search (evaluate takes --data, --threads, --json; report --data, --threads,
      --out, --quiet; check --seed, --json; toy --json; graph --out):
      \(list(Options.Name.ofTrain))

      data sets of fetch:
      \(datasets.joined(separator: "\n"))

      options of fetch:
      \(list(Options.Name.ofFetch))

      A search varies options with several values, --learning-rate 0.01,0.1; with --random N ranges,
      too, --learning-rate 0.001..0.1. Some recipes have a search of their own; each option replaces
      its own value there, and the others stay. With --out DIR an interrupted search goes on.

      exit codes: 0 success, 1 failure, 2 wrong usage
      """
  }

  private static func list(_ options: [Options.Name]) -> String {
    options.map { name in
      let lead = padded("\(name.rawValue) \(name.placeholder)", 26)
      let takers = Recipes.all.filter { $0.options.contains(name) }.map(\.name)
      let note = name.isOfSomeRecipes && name != .data ? " (\(takers.joined(separator: ", ")))" : ""
      return "  \(lead)\(name.explanation)\(note)"
    }.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
