@testable import TernReports
@testable import TernTraining
@testable import demo
import Tern

extension FuzzTarget {
  /// What `tern` keeps of trainings and searches, up to the pages that it makes of them.
  static let runs: [FuzzTarget] = [
    FuzzTarget("run") { bytes in
      let description: RunFolder.Description = try RunFolder.decoded(bytes, from: "run.json")
      keep("\(description.settings.problem ?? "none")")
      render(RunRecord(RunFolder(path: "run"), description, metrics: []).sections)
    },

    // A run of several trainings, and a search.
    FuzzTarget("runs") { bytes in
      do {
        let group: RunFolder.Group = try RunFolder.decoded(bytes, from: "runs.json")
        keep("\(group)")
      } catch {
        let search: SearchFolder.Description = try RunFolder.decoded(bytes, from: "search.json")
        keep("\(search)")
        render(SearchRecord(journal: line) { search.axes })
      }
    },

    FuzzTarget("metrics") { bytes in
      let record = RunRecord(RunFolder(path: "run"), description, metrics: bytes)
      keep("\(record.notes)")
      render(record.sections)
      render(
        RunComparison(title: "all", records: [record, record.named(after: "b")], folder: "run")
          .report.sections)
    },

    // A file, or the text in it, which no chance gives a checksum that is right.
    FuzzTarget("checkpoint") { bytes in
      guard bytes.first == UInt8(ascii: "{") else {
        let file = try CheckpointFile(Safetensors.read(bytes, path: "checkpoint"))
        return keep("\(file.settings)\(file.tensors.count)")
      }
      var file = CheckpointFile()
      file.tensors = [
        ("losses", AnyTensor(Tensor<Double>([1, 0.5]))),
        ("order", AnyTensor(Tensor<Int32>([1, 0, 2]))),
      ]
      let saved: SavedProgress = try CheckpointFile.value(
        of: String(decoding: bytes, as: UTF8.self))
      let progress = saved.progress(
        TrainingProgress<Float>(stepsPerEpoch: 2, steps: 4), file, metrics: [.accuracy],
        examples: 3,
        batchSize: 2)
      keep("\(progress?.history.steps ?? 0)")
    },

    FuzzTarget("journal") { bytes in
      render(SearchRecord(journal: bytes) { [.init(name: "hidden", candidates: "1,2")] })
      render(SearchRecord(journal: bytes) { throw Failure("no axes") })
      let journal = try withFile(bytes) { try SearchJournal($0, trials: trials) }
      keep("\(SearchResults(journal.results).ranked)")
    },
  ]

  private static let line = Array(
    #"{"figures":{"test":0.97},"score":0.98,"seconds":3.1,"trial":2,"values":{"hidden":64}}"#.utf8)

  private static let trials = [
    Trial(number: 1, names: ["hidden"], values: [512]),
    Trial(number: 2, names: ["hidden"], values: [64]),
  ]

  private static let description = RunFolder.Description(
    recipe: "iris", settings: Recipes.all[0].defaults, model: "Linear", parameters: 3)

  private static func render(_ record: SearchRecord) {
    keep("\(record.notes)")
    render([record.section].compactMap(\.self))
  }

  /// Makes what gnuplot and a browser would be given.
  private static func render(_ sections: [Report.Section]) {
    for block in sections.flatMap(\.blocks) {
      if case .picture(let picture) = block, case .figure(let figure) = picture.content {
        var script = GnuplotScript()
        for chart in figure.charts { chart.draw(in: &script) }
        keep(script.text)
      }
    }
    keep("\(sections.count)")
  }
}
