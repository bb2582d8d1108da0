extension NumPyRandom {
  /// Returns one of 0 ..< population, as `choice(population)` does.
  ///
  /// - Precondition: `population` is positive.
  public mutating func choice(_ population: Int) -> Int {
    choice(population, count: 1)[0]
  }

  /// Returns one of the elements, as `choice(elements)` does.
  ///
  /// - Precondition: There is an element.
  public mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[choice(elements.count)]
  }

  /// Returns `count` of the elements, as `choice(elements, count, replacing, probabilities)` does.
  ///
  /// The preconditions are those of the choice from a population.
  public mutating func choice<Element>(
    _ elements: [Element], count: Int, replacing: Bool = true, probabilities: [Double]? = nil
  ) -> [Element] {
    choice(elements.count, count: count, replacing: replacing, probabilities: probabilities)
      .map { elements[$0] }
  }

  /// Returns `count` of 0 ..< population, as `choice(population, count, replacing, probabilities)`.
  ///
  /// Without replacement no number comes twice. Without probabilities all are equally likely.
  ///
  /// - Precondition: There is something to choose from; without replacement `count` is at most the
  ///   population, or the number of positive probabilities. Probabilities are as many as the
  ///   population, not negative, and add up to 1 within 1.5e-8.
  public mutating func choice(
    _ population: Int, count: Int, replacing: Bool = true, probabilities: [Double]? = nil
  ) -> [Int] {
    precondition(count >= 0, "NumPyRandom.choice: cannot choose \(count) numbers")
    precondition(
      population > 0 || (population == 0 && count == 0),
      "NumPyRandom.choice: cannot choose from a population of \(population)")
    precondition(
      replacing || count <= population,
      "NumPyRandom.choice: cannot choose \(count) of \(population) without replacement")
    switch (probabilities, replacing) {
    case (nil, true):
      return count == 0 ? [] : integers(in: 0..<population, count: count)
    case (nil, false):
      return Array(permutation(population).prefix(count))
    case (let probabilities?, _):
      check(probabilities, population: population)
      return replacing
        ? search(cumulative(probabilities), for: uniform(count: count))
        : distinctChoice(probabilities, count: count)
    }
  }

  /// Draws as many as are missing, keeps the new ones in order, and forbids them to the next round.
  private mutating func distinctChoice(_ probabilities: [Double], count: Int) -> [Int] {
    precondition(
      probabilities.count { $0 > 0 } >= count,
      "NumPyRandom.choice: fewer than \(count) probabilities are positive")
    var probabilities = probabilities
    var chosen: [Int] = []
    while chosen.count < count {
      let drawn = search(cumulative(probabilities), for: uniform(count: count - chosen.count))
      for index in drawn where probabilities[index] != 0 {
        chosen.append(index)
        probabilities[index] = 0
      }
    }
    return chosen
  }

  private func check(_ probabilities: [Double], population: Int) {
    precondition(
      probabilities.count == population,
      "NumPyRandom.choice: \(probabilities.count) probabilities for a population of \(population)")
    precondition(
      probabilities.allSatisfy { $0 >= 0 }, "NumPyRandom.choice: a probability is negative or NaN")
    let sum = probabilities.reduce(0, +)
    precondition(
      abs(sum - 1) <= Double.ulpOfOne.squareRoot(),
      "NumPyRandom.choice: the probabilities add up to \(sum), not 1")
  }

  /// Running sums, scaled so that the last is 1.
  private func cumulative(_ probabilities: [Double]) -> [Double] {
    var sum = 0.0
    let sums = probabilities.map { probability in
      sum += probability
      return sum
    }
    return sums.map { $0 / sum }
  }

  /// For each value the number of bounds that do not exceed it: `searchsorted(side='right')`.
  private func search(_ bounds: [Double], for values: [Double]) -> [Int] {
    values.map { value in
      var range = 0..<bounds.count
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        range = bounds[middle] <= value ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      return range.lowerBound
    }
  }
}
