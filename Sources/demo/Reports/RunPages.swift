import Tern
import TernReports

/// The pages of run folders.
enum RunPages {
  /// Writes the pages of a run that has just ended, if they are wanted. What goes wrong is said, and
  /// no more: the run itself is complete.
  static func write(_ folder: RunFolder, _ data: RecipeData, _ options: Options) {
    guard options.writesReport else { return }
    do {
      let notes = try write(folder.path, data: data, dataFolder: options.data)
      for note in notes { printError("tern: \(note)") }
      if !options.isQuiet { output("report: \(folder.path)/report.html") }
    } catch {
      printError("tern: no report: \(error)")
    }
  }

  /// Writes the page of a run and, if it has several trainings, one in the folder of each.
  ///
  /// - Parameters:
  ///   - data: The run's examples, if they are in memory.
  ///   - dataFolder: Where to read them otherwise, if not where the run did.
  /// - Returns: Why something is missing.
  static func write(
    _ path: String, data: RecipeData? = nil, dataFolder: String? = nil
  ) throws -> [String] {
    let records: [RunRecord]
    do {
      records = try self.records(in: path)
    } catch {
      // A search of which no trial has made a model.
      guard let search = SearchRecord(in: path) else { throw error }
      guard let section = search.section else {
        throw Failure("no trial of the search in '\(path)' has ended")
      }
      return try search.notes.map { "\(path): \($0)" }
        + Report(title: "search", subtitle: path, sections: [section]).write(to: path)
    }
    var notes: [String] = []
    func note(_ new: [String]) { notes += new.filter { !notes.contains($0) } }
    var data = data
    for record in records {
      var sections = record.sections
      do {
        let tested = try tested(record, &data, dataFolder)
        let summary = try tested.model.summary(inputShape: tested.experiment.data.inputShape)
        sections.append(Report.Section(title: "Model", blocks: [.listing("\(summary)")]))
        sections += tested.sections
      } catch {
        let missing = "no model could be tested: \(error)"
        sections.append(
          Report.Section(
            title: "Model", blocks: [.listing(record.description.model), .text(missing)]))
        note(["\(record.folder.path): \(missing)"])
      }
      note(record.notes.map { "\(record.folder.path): \($0)" })
      if let search = SearchRecord(in: record.folder.path) {
        note(search.notes.map { "\(record.folder.path): \($0)" })
        if let section = search.section { sections.insert(section, at: min(1, sections.count)) }
      }
      let report = Report(
        title: record.title, subtitle: record.folder.path, parent: record.parent,
        sections: sections)
      note(try report.write(to: record.folder.path))
    }
    if records.count > 1 || records.first.map({ $0.folder.path != path }) ?? false {
      let title = "\(records[0].description.recipe): \(path)"
      note(try RunComparison(title: title, records: records, folder: path).report.write(to: path))
    }
    return notes
  }

  /// The trainings of a run that have begun.
  static func records(in path: String) throws -> [RunRecord] {
    try RunFolder.openBegun(path).map { RunRecord($0.folder, $0.description) }
  }

  /// The best model of a training, tested again.
  private static func tested(
    _ record: RunRecord, _ data: inout RecipeData?, _ dataFolder: String?
  ) throws -> TestedModel {
    let description = record.description
    let recipe = try Recipes.named(description.recipe)
    let loaded =
      try data
      ?? RecipeData(recipe, in: dataFolder ?? description.data, seed: description.settings.seed)
    data = loaded
    return try TestedModel(
      try Experiment(recipe, description.settings, loaded), at: record.folder.modelPath)
  }
}
