import Tern
import TestSupport
import Testing

/// What a caller may get wrong: each ends the process.
enum Mistake: String, CaseIterable, Codable, Sendable {
  case shapesDoNotBroadcast, inPlaceGrows, comparison, matmul, matmulBatches, matmulOfNumbers
  case affine, dot, reshape, reshapeFree, squeeze, expand, permute, permuteRepeated, axis
  case axisTwice, extremumOfNothing, argmaxOfNothing, scalarOfMany, elementCount, raggedRows
  case raggedLiteral, negativeExtent, indexOutOfRange, tooManyIndices, twoEllipses, stepZero
  case assignment, slicedOutOfRange, takingOutOfRange, takingNegative, scatter, oneHot
  case pickingColumns, concatenateShapes, concatenateNothing, splitExtents, splitCount, tiled
  case broadcast, whereShapes, gradientOfMany, upstreamShape, pullbackShape, pullbackCount
  case graphUpstreamShape
  case poolRank, poolTooLarge, poolPadding, poolStride, adaptivePool, poolOfNothing
  case threadCount, arangeStep, linspaceCount, softmaxOfNumber, names
  case convolutionChannels, convolutionKernel, convolutionBias, transposedChannels
  case outputPaddingTooLarge, outputPaddingNegative, transposedPaddingNegative
  case broadcastSeveral, repeatedNegative, repeatedCounts, rolledShifts, moveCount, moveTwice
  case padCount, padNegative, padNothing, diagonalOfVector, triangleOfVector, diagonalOfNumber
  case maskShape, maskValues, pointsCount, pointOutOfRange, pointShapes, elementIndices
  case elementOutOfRange, puttingMore, puttingValues, puttingSlices, putOutOfRange, addingMore
  case einsumCount, einsumRank, einsumExtents, einsumDiagonal, einsumOutput, einsumTwice, einsumDots
  case einsumCharacter, einsumAfterDots, tensorDotCount, tensorDotExtents, tensorDotTooMany
  case kronAxes, vecdotExtents
  case convolveNothing, convolveMatrix, scanOfNumber, recurrenceFactors, quantileRange
  case quantileOfNothing, histogramBins, histogramInfinite, histogramEdges, histogramWeights
  case binNegative, binWeights, diffNegative
  case topTooMany, sortedNumber, nonzeroOfNumber, searchMatrix, meshgridOfMatrix, logspaceCount
  case bernoulliProbability, bernoulliProbabilities, poissonRate, poissonRates, exponentialScale
  case gammaConcentration, gammaConcentrations, gammaScale, betaParameter, integersRange
  case permutationCount, categoricalNumber, categoricalZeros, categoricalNegative, categoricalNaN
  case categoricalCount, choiceCount, choiceOfNothing, choiceWeights, choicePositive

  func make() {
    let x = Tensor<Float>(zeros: [2, 3])
    let y = Tensor<Float>(zeros: [2, 4])
    let none = Tensor<Float>(zeros: [0, 3])
    switch self {
    case .shapesDoNotBroadcast: _ = x + y
    case .inPlaceGrows:
      var z = Tensor<Float>(zeros: [3])
      z += x
    case .comparison: _ = x .< y
    case .matmul: _ = x.matmul(y)
    case .convolutionChannels:
      _ = Tensor<Float>(zeros: [1, 3, 5, 5]).conv2D(Tensor(zeros: [2, 2, 3, 3]))
    case .convolutionKernel:
      _ = Tensor<Float>(zeros: [1, 2, 2, 5]).conv2D(Tensor(zeros: [2, 2, 3, 3]))
    case .convolutionBias:
      _ = Tensor<Float>(zeros: [1, 2, 5, 5]).conv2D(Tensor(zeros: [2, 2, 3, 3]), bias: [1])
    case .transposedChannels:
      _ = Tensor<Float>(zeros: [1, 3, 5, 5]).convTranspose2D(Tensor(zeros: [2, 2, 3, 3]))
    case .outputPaddingTooLarge:
      _ = Tensor<Float>(zeros: [8, 16, 8, 8]).convTranspose2D(
        Tensor(zeros: [16, 16, 3, 3]), outputPadding: 5)
    case .outputPaddingNegative:
      _ = Tensor<Float>(zeros: [1, 2, 8, 8]).convTranspose2D(
        Tensor(zeros: [2, 2, 3, 3]), outputPadding: -1)
    case .transposedPaddingNegative:
      _ = Tensor<Float>(zeros: [1, 2, 8, 8]).convTranspose2D(
        Tensor(zeros: [2, 2, 3, 3]), padding: -1)
    case .matmulBatches: _ = Tensor<Float>(zeros: [2, 2, 2]).matmul(Tensor(zeros: [3, 2, 2]))
    case .matmulOfNumbers: _ = x.matmul(Tensor(1))
    case .affine: _ = x.affine(Tensor(zeros: [3, 4]), Tensor(zeros: [3]))
    case .dot: _ = x[0].dot(y[0])
    case .reshape: _ = x.reshaped(to: [5])
    case .reshapeFree: _ = x.reshaped(to: [-1, 4])
    case .squeeze: _ = x.squeezed(axes: [0])
    case .expand: _ = x.expandingAxis(at: 4)
    case .permute: _ = x.permuted([0])
    case .permuteRepeated: _ = x.permuted([0, 0])
    case .axis: _ = x.sum(along: 2)
    case .axisTwice: _ = x.sum(along: [1, -1])
    case .extremumOfNothing: _ = none.max(along: 0)
    case .argmaxOfNothing: _ = none.argmax(along: 0)
    case .scalarOfMany: _ = x.scalar
    case .elementCount: _ = Tensor<Float>([1, 2, 3], shape: [2, 2])
    case .raggedRows: _ = Tensor<Float>([[1, 2], [3]])
    case .raggedLiteral: _ = [[1, 2], [3]] as Tensor<Float>
    case .negativeExtent: _ = Shape([2, -1])
    case .indexOutOfRange: _ = x[0, 3]
    case .tooManyIndices: _ = x[0, 0, 0]
    case .twoEllipses: _ = x[.ellipsis, .ellipsis]
    case .stepZero: _ = x[.every(0)]
    case .assignment:
      var z = x
      z[0] = y[0]
    case .slicedOutOfRange: _ = x.sliced(along: 1, from: 2, to: 4)
    case .takingOutOfRange: _ = x.taking([2])
    case .takingNegative: _ = x.taking([-3])
    case .scatter: _ = x.addingScattered(y, at: [0, 1])
    case .oneHot: _ = Tensor<Float>(oneHot: [3], classes: 3)
    case .pickingColumns: _ = x.pickingColumns([0, 3])
    case .concatenateShapes: _ = Tensor.concatenated([x, y])
    case .concatenateNothing: _ = Tensor<Float>.concatenated([])
    case .splitExtents: _ = x.split(extents: [1, 1], along: 1)
    case .splitCount: _ = x.split(into: 2, along: 1)
    case .tiled: _ = x.tiled([2, -1])
    case .broadcast: _ = x.broadcast(to: [3])
    case .whereShapes: _ = Tensor.where(x .> 0, x, y)
    case .gradientOfMany: _ = gradient(at: x) { $0 }
    case .upstreamShape: _ = valueWithPullback(at: x) { $0 }.pullback(y)
    case .graphUpstreamShape: _ = computationGraph(at: x, upstream: y) { $0 }
    case .pullbackShape:
      _ = gradient(at: x) { x in
        differentiable(x) {
          $0.sum()
        } pullback: { _, _, _ in
          y
        }
      }
    case .pullbackCount:
      _ = gradient(at: [x, x]) { xs in
        differentiable(xs) {
          $0[0].sum()
        } pullback: { dy, _, _, _ in
          [dy]
        }
      }
    case .poolRank: _ = x.maxPool2D(2)
    case .poolTooLarge: _ = x.reshaped(to: [1, 1, 2, 3]).maxPool2D(3)
    case .poolPadding: _ = x.reshaped(to: [1, 1, 2, 3]).averagePool2D(2, padding: 2)
    case .poolStride: _ = x.reshaped(to: [1, 1, 2, 3]).maxPool2D(2, stride: 0)
    case .adaptivePool: _ = x.reshaped(to: [1, 1, 2, 3]).adaptiveAveragePool2D(to: 0)
    case .poolOfNothing: _ = Tensor<Float>(zeros: [1, 1, 0, 4]).maxPool2D(1)
    case .broadcastSeveral: _ = Tensor.broadcast([x, y])
    case .repeatedNegative: _ = x.repeated(-1, along: 0)
    case .repeatedCounts: _ = x.repeated([1, 2], along: 1)
    case .rolledShifts: _ = x.rolled(by: [1], along: [0, 1])
    case .moveCount: _ = x.movingAxes([0], to: [0, 1])
    case .moveTwice: _ = x.movingAxes([0, 1], to: [0, -2])
    case .padCount: _ = x.padded([(1, 1)])
    case .padNegative: _ = x.padded(-1)
    case .padNothing: _ = none.padded(1, with: .edge)
    case .diagonalOfVector: _ = x[0].diagonal()
    case .triangleOfVector: _ = x[0].tril()
    case .diagonalOfNumber: _ = Tensor(diagonal: Tensor<Float>(1))
    case .maskShape: _ = x[y .> 0]
    case .maskValues:
      var z = x
      z[x .== 0] = [1, 2]
    case .pointsCount: _ = x[points: [[0], [0], [0]]]
    case .pointOutOfRange: _ = x[points: [[0], [3]]]
    case .pointShapes: _ = x[points: [[0, 1], [0, 1, 2]]]
    case .elementIndices: _ = x.takingElements(at: [0, 1])
    case .elementOutOfRange: _ = x.takingElements(at: [[3]])
    case .puttingMore: _ = x.puttingElements(Tensor(1), at: Tensor(zeros: [3, 1]))
    case .puttingValues: _ = x.puttingElements([1, 2], at: [[0, 1, 2]])
    case .puttingSlices: _ = x.puttingSlices(y, at: [0, 1])
    case .putOutOfRange: _ = x.putting([1], at: [6])
    case .addingMore: _ = x[0..<1].addingElements(Tensor(1), at: Tensor(zeros: [3, 1]), along: 1)
    case .einsumCount: _ = Tensor.einsum("ij,jk", x)
    case .einsumRank: _ = Tensor.einsum("ijk", x)
    case .einsumExtents: _ = Tensor.einsum("ij,jk", x, y)
    case .einsumDiagonal: _ = Tensor.einsum("ii", x)
    case .einsumOutput: _ = Tensor.einsum("ij->ik", x)
    case .einsumTwice: _ = Tensor.einsum("ij->ii", x)
    case .einsumDots: _ = Tensor.einsum("..ij", x)
    case .einsumCharacter: _ = Tensor.einsum("i1", x)
    case .einsumAfterDots: _ = Tensor.einsum("...1", x)
    case .tensorDotCount: _ = x.tensorDot(y, axes: ([0, 1], [0]))
    case .tensorDotExtents: _ = x.tensorDot(y, axes: ([1], [1]))
    case .tensorDotTooMany: _ = x.tensorDot(y, axes: 3)
    case .kronAxes: _ = Tensor<Float>(zeros: [1, 1, 1, 1, 1]).kron(x)
    case .vecdotExtents: _ = x.vecdot(Tensor(zeros: [2, 1]))
    case .convolveNothing: _ = x[0].convolve(Tensor(zeros: [0]))
    case .convolveMatrix: _ = x.convolve(x)
    case .scanOfNumber: _ = Tensor<Float>(1).cumulativeSum()
    case .recurrenceFactors: _ = x.linearRecurrence(factors: y)
    case .quantileRange: _ = x.quantile(1.5)
    case .quantileOfNothing: _ = none.median(along: 0)
    case .histogramBins: _ = x.histogram(bins: 0)
    case .histogramInfinite: _ = Tensor<Float>([1, .infinity]).histogram()
    case .histogramEdges: _ = x.histogram(edges: [0, 2, 1])
    case .histogramWeights: _ = x.histogram(weights: y)
    case .binNegative: _ = Tensor<Int32>([0, -1]).binCounts()
    case .binWeights: _ = Tensor<Int32>([0, 1]).binSums(weights: x)
    case .diffNegative: _ = x.diff(count: -1)
    case .topTooMany: _ = x.topK(4)
    case .sortedNumber: _ = Tensor<Float>(1).sorted()
    case .nonzeroOfNumber: _ = Tensor<Float>(1).nonzero()
    case .searchMatrix: _ = x.searchSorted([1])
    case .meshgridOfMatrix: _ = Tensor.meshgrid([x])
    case .logspaceCount: _ = Tensor<Float>(logspace: 0, 1, count: -1)
    case .bernoulliProbability: _ = Tensor<Bool>(randomBernoulli: [2], probability: 1.5)
    case .bernoulliProbabilities: _ = Tensor<Bool>(randomBernoulli: Tensor<Float>([0.5, .nan]))
    case .poissonRate: _ = Tensor<Int32>(randomPoisson: [2], rate: -1)
    case .poissonRates: _ = Tensor<Int32>(randomPoisson: Tensor<Float>([1, .infinity]))
    case .exponentialScale: _ = Tensor<Float>(randomExponential: [2], scale: -1)
    case .gammaConcentration: _ = Tensor<Float>(randomGamma: [2], concentration: 0)
    case .gammaConcentrations: _ = Tensor<Float>(randomGamma: [1, -1])
    case .gammaScale: _ = Tensor<Float>(randomGamma: [2], concentration: 1, scale: -1)
    case .betaParameter: _ = Tensor<Float>(randomBeta: [2], 1, 0)
    case .integersRange: _ = Tensor<Int32>(randomIntegers: [2], in: 3..<3)
    case .permutationCount: _ = Tensor<Int32>(randomPermutation: -1)
    case .categoricalNumber: _ = Tensor<Int32>(randomCategorical: Tensor<Float>(1))
    case .categoricalZeros: _ = Tensor<Int32>(randomCategorical: x)
    case .categoricalNegative: _ = Tensor<Int32>(randomCategorical: [1, -1] as Tensor<Float>)
    case .categoricalNaN: _ = Tensor<Int32>(randomCategoricalLogits: Tensor<Float>([1, .nan]))
    case .categoricalCount: _ = Tensor<Int32>(randomCategorical: [1] as Tensor<Float>, count: -1)
    case .choiceCount: _ = Tensor<Int32>(randomChoice: 3, count: 4, replacing: false)
    case .choiceOfNothing: _ = Tensor<Int32>(randomChoice: 0, count: 1)
    case .choiceWeights: _ = Tensor<Int32>(randomChoice: 3, count: 1, weights: [1, 2])
    case .choicePositive:
      _ = Tensor<Int32>(randomChoice: 3, count: 2, replacing: false, weights: [0, 1, 0])
    case .threadCount: Runtime.threadCount = 0
    case .arangeStep: _ = Tensor<Float>(arange: 0, 1, step: 0)
    case .linspaceCount: _ = Tensor<Float>(linspace: 0, 1, count: -1)
    case .softmaxOfNumber: _ = Tensor<Float>(1).softmax()
    case .names: _ = checkGradients(at: [], names: ["x"]) { _ in Tensor(1) }
    }
  }
}

struct PreconditionTests {
  @Test(arguments: Mistake.allCases) func mistakesEndTheProcess(mistake: Mistake) async {
    expectMessage(
      mistake.message,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
        mistake.make()
      })
  }
}
