import Tern
import Testing

@Suite struct SummaryTests {
  @Test func tableOfNestedContainers() throws {
    let summary = try nestedNetwork().summary(inputShape: [7, 3])
    #expect(
      summary.description == """
        Layer                            Output shape  Parameters  Bytes
        ----------------------------------------------------------------
        0           Linear(3, 4)         [7, 4]                16    128
        1           Tanh                 [7, 4]                 0      0
        2           Residual             [7, 4]                20    160
        2.branch    Sequential           [7, 4]                20    160
        2.branch.0  Linear(4, 4)         [7, 4]                20    160
        2.branch.1  Sigmoid              [7, 4]                 0      0
        2.branch.2  Dropout(rate: 0.25)  [7, 4]                 0      0
        3           Linear(4, 2)         [7, 2]                10     80
        ----------------------------------------------------------------
        Total                                                  46    368
        """)
  }

  @Test func totalsCountEachLayerOnce() throws {
    let summary = try nestedNetwork().summary(inputShape: [1, 3])
    #expect(summary.parameterCount == nestedNetwork().parameterCount)
    #expect(summary.byteCount == 8 * summary.parameterCount)
    let leaves = summary.rows.filter { !["2", "2.branch"].contains($0.path) }
    #expect(leaves.reduce(0) { $0 + $1.parameterCount } == summary.parameterCount)
  }

  @Test func aModelOfOnesOwnShowsItsLayers() throws {
    let summary = try Pair().summary(inputShape: [1, 3])
    #expect(summary.rows.map(\.path) == ["first", "second", "second.0"])
    #expect(summary.rows.map(\.parameterCount) == [4000, 2002, 2002])
    #expect(summary.rows.map(\.outputShape) == [nil, nil, nil])
    #expect(summary.description.hasSuffix("6,002  48,016"))
  }

  @Test func aSingleLayerIsARow() throws {
    let summary = try ReLU<Float>().summary(inputShape: [2, 3])
    #expect(summary.rows.map(\.layer) == ["ReLU"])
    #expect(summary.rows.map(\.outputShape) == [[2, 3]])
    #expect(summary.parameterCount == 0)
  }

  @Test func aShapeThatDoesNotFitIsNamed() {
    let error = #expect(throws: ShapeError.self) {
      try nestedNetwork().summary(inputShape: [7, 4])
    }
    #expect(error?.path == "0")
  }
}
