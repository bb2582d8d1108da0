extension Mistake {
  /// What the process says before it ends, or how that begins.
  var message: String {
    switch self {
    case .shapesDoNotBroadcast: "add: shapes [2, 3] and [2, 4] do not broadcast"
    case .inPlaceGrows: "add in place: shape [2, 3] does not broadcast to [3]"
    case .comparison: "less: shapes [2, 3] and [2, 4] do not broadcast"
    case .matmul: "matmul: shapes [2, 3] and [2, 4] do not fit"
    case .matmulBatches:
      "matmul: the leading axes of shapes [2, 2, 2] and [3, 2, 2] do not broadcast"
    case .matmulOfNumbers: "matmul needs at least one axis, got [2, 3] and []"
    case .affine:
      "affine: input [2, 3], weight [3, 4] and bias [3] do not fit; they are […, inputs],"
    case .dot: "dot needs two vectors of the same length, got [3] and [4]"
    case .reshape: "reshape: shape [2, 3] of 6 elements does not fit [5] of 5"
    case .reshapeFree: "reshape: shape [2, 3] of 6 elements does not fit [-1, 4]"
    case .squeeze: "squeeze: axis 0 of shape [2, 3] has extent 2, not 1"
    case .expand: "expandingAxis: axis 4 is out of range for shape [2, 3]"
    case .permute: "permute: [0] does not name each axis of shape [2, 3] once"
    case .permuteRepeated: "permute: [0, 0] does not name each axis of shape [2, 3] once"
    case .axis: "sum: axis 2 is out of range for shape [2, 3] of rank 2"
    case .axisTwice: "sum: axis 1 is named twice in [1, -1]"
    case .extremumOfNothing: "max and min of no elements, shape [0, 3]"
    case .argmaxOfNothing: "argmax and argmin need elements along axis 0 of [0, 3]"
    case .scalarOfMany: "scalar needs a tensor of one element, got shape [2, 3]"
    case .elementCount: "3 elements do not fill shape [2, 2], which has 4"
    case .raggedRows: "the rows of a matrix have the same length: row 0 has 2 elements, row 1 has 1"
    case .raggedLiteral: "a tensor literal has rows of equal shape: row 0 has [2], row 1 has [1]"
    case .negativeExtent: "an extent is from 0 to 2³¹ − 1, got -1"
    case .indexOutOfRange: "index 3 is out of range for axis 1 of shape [2, 3]"
    case .tooManyIndices: "3 indices with 0 ellipses do not fit shape [2, 3]"
    case .twoEllipses: "0 indices with 2 ellipses do not fit shape [2, 3]"
    case .stepZero: "a slice needs a step other than 0"
    case .assignment: "elements of shape [4] do not broadcast to the part of shape [3]"
    case .slicedOutOfRange: "sliced: 2..<4 is out of range for axis 1 of shape [2, 3]"
    case .takingOutOfRange:
      "taking: indices from 2 to 2 are not all in -2..<2, for an axis of shape [2, 3]"
    case .takingNegative:
      "taking: indices from -3 to -3 are not all in -2..<2, for an axis of shape [2, 3]"
    case .scatter:
      "addingScattered: slices of shape [2, 4] do not fit indices of shape [2] and a tensor of"
    case .oneHot: "label 3 at position 0 is not in 0..<3"
    case .pickingColumns: "column 3 at position 1 is not in 0..<3"
    case .concatenateShapes:
      "concatenated along axis 0: tensor 1 of shape [2, 4] does not fit tensor 0 of shape [2,"
    case .concatenateNothing: "concatenated needs at least one tensor"
    case .splitExtents: "split: extents [1, 1] do not add up to 3, axis 1 of shape [2, 3]"
    case .splitCount: "split: 2 equal pieces do not fit axis 1 of shape [2, 3]"
    case .tiled: "tiled: the counts [2, -1] for shape [2, 3] are not all 0 or more"
    case .broadcast: "shape [2, 3] does not broadcast to [3]"
    case .whereShapes: "where: shapes [2, 3], [2, 3] and [2, 4] do not broadcast"
    case .gradientOfMany:
      "a gradient needs a value of one element, got shape [2, 3]; reduce it with sum() or"
    case .upstreamShape: "an upstream gradient has the value's shape [2, 3], got [2, 4]"
    case .pullbackShape:
      "a pullback returned a gradient of shape [2, 4] for an input of shape [2, 3]"
    case .pullbackCount: "a pullback of 2 inputs returned 1 gradients"
    case .graphUpstreamShape: "an upstream gradient has the value's shape [2, 3], got [2, 4]"
    case .poolRank:
      "maxPool2D: an input of shape [2, 3] has no windows of 2 (padding 0, dilation 1); it"
    case .poolTooLarge:
      "maxPool2D: an input of shape [1, 1, 2, 3] has no windows of 3 (padding 0, dilation 1);"
    case .poolPadding: "pooling needs a padding of at most half the kernel 2, got 2"
    case .poolStride: "pooling needs a positive kernel, stride and dilation, got 2, 0 and 1"
    case .adaptivePool:
      "adaptiveAveragePool2D: needs images [batch, channels, height, width] and a positive"
    case .poolOfNothing:
      "maxPool2D: an input of shape [1, 1, 0, 4] has no windows of 1 (padding 0, dilation 1);"
    case .threadCount: "threadCount must be at least 1, got 0"
    case .arangeStep: "arange needs a step other than 0"
    case .linspaceCount: "linspace needs a count of 0 or more, got -1"
    case .softmaxOfNumber: "softmax: axis -1 is out of range for shape [] of rank 0"
    case .names: "checkGradients: 1 names for 0 inputs"
    case .convolutionChannels:
      "conv2D: images [1, 3, 5, 5], weight [2, 2, 3, 3] do not fit with stride 1, padding"
    case .convolutionKernel:
      "conv2D: images [1, 2, 2, 5], weight [2, 2, 3, 3] do not fit with stride 1, padding"
    case .convolutionBias:
      "conv2D: images [1, 2, 5, 5], weight [2, 2, 3, 3] and bias [1] do not fit with stride 1,"
    case .transposedChannels:
      "convTranspose2D: images [1, 3, 5, 5], weight [2, 2, 3, 3] do not fit with stride 1,"
    case .outputPaddingTooLarge:
      "convTranspose2D: images [8, 16, 8, 8], weight [16, 16, 3, 3] do not fit with stride 1,"
    case .outputPaddingNegative:
      "convTranspose2D: images [1, 2, 8, 8], weight [2, 2, 3, 3] do not fit with stride 1,"
    case .transposedPaddingNegative:
      "convTranspose2D: images [1, 2, 8, 8], weight [2, 2, 3, 3] do not fit with stride 1,"
    case .broadcastSeveral: "broadcast: shapes [[2, 3], [2, 4]] do not broadcast"
    case .repeatedNegative: "repeated: -1 times along axis 0 of shape [2, 3]"
    case .repeatedCounts: "repeated: axis 1 of shape [2, 3] needs 3 counts of 0 or more, got [1, 2]"
    case .rolledShifts: "rolled: 1 shifts for 2 axes of shape [2, 3]"
    case .moveCount: "movingAxes: 1 axes go to 2 places of shape [2, 3]"
    case .moveTwice: "movingAxes: axis 0 is named twice in [0, -2]"
    case .padCount:
      "padded needs amounts of 0 or more for each axis of shape [2, 3], got [(before: 1,"
    case .padNegative:
      "padded needs amounts of 0 or more for each axis of shape [2, 3], got [(before: -1,"
    case .padNothing: "padded: shape [0, 3] has no elements to repeat along an axis"
    case .diagonalOfVector: "diagonal needs a matrix, got shape [3]"
    case .triangleOfVector: "a triangle needs a matrix, got shape [3]"
    case .diagonalOfNumber: "a matrix of a diagonal needs a vector, got a number"
    case .maskShape: "a mask of shape [2, 4] does not fit the leading axes of shape [2, 3]"
    case .maskValues: "shape [2] does not broadcast to [6]"
    case .pointsCount: "points: 3 tensors of indices do not fit shape [2, 3]"
    case .pointOutOfRange:
      "points: indices from 3 to 3 are not all in -3..<3, for an axis of shape [2, 3]"
    case .pointShapes: "broadcast: shapes [[2], [3]] do not broadcast"
    case .elementIndices: "takingElements along axis 1: indices of shape [2] do not fit [2, 3]"
    case .elementOutOfRange:
      "indices along an axis: indices from 3 to 3 are not all in -3..<3, for an axis of shape"
    case .puttingMore: "puttingElements along axis 1: indices of shape [3, 1] do not fit [2, 3]"
    case .puttingValues: "shape [2] does not broadcast to [2, 3]"
    case .puttingSlices:
      "puttingSlices: slices of shape [2, 4] do not fit indices of shape [2] and a tensor of"
    case .putOutOfRange:
      "puttingSlices: indices from 6 to 6 are not all in -6..<6, for an axis of shape [6]"
    case .addingMore: "addingElements: indices of shape [3, 1] exceed [1, 3]"
    case .einsumCount: #"einsum "ij,jk" of shapes [[2, 3]]: there are 2 terms for 1 operands"#
    case .einsumRank: #"einsum "ijk" of shapes [[2, 3]]: "ijk" has not the rank of shape [2, 3]"#
    case .einsumExtents:
      #"einsum "ij,jk" of shapes [[2, 3], [2, 4]]: axes with the same label have extents 3 and 2"#
    case .einsumDiagonal:
      #"einsum "ii" of shapes [[2, 3]]: the axes of a diagonal in "ii" have extents 2 and 3"#
    case .einsumOutput:
      #"einsum "ij->ik" of shapes [[2, 3]]: the output "ik" is not made of different labels of"#
    case .einsumTwice:
      #"einsum "ij->ii" of shapes [[2, 3]]: the output "ii" is not made of different labels of"#
    case .einsumDots: #"einsum "..ij" of shapes [[2, 3]]: "..ij" does not describe shape [2, 3]"#
    case .einsumCharacter: #"einsum "i1" of shapes [[2, 3]]: "i1" does not describe shape [2, 3]"#
    case .einsumAfterDots:
      #"einsum "...1" of shapes [[2, 3]]: "...1" does not describe shape [2, 3]"#
    case .tensorDotCount: "tensorDot: 2 axes of shape [2, 3], 1 of [2, 4]"
    case .tensorDotExtents: "tensorDot: axes [1] of shape [2, 3] do not fit axes [1] of [2, 4]"
    case .tensorDotTooMany: "tensorDot over 3 axes of shapes [2, 3] and [2, 4]"
    case .kronAxes: "kron: shapes [1, 1, 1, 1, 1] and [2, 3] have more than 4 axes"
    case .vecdotExtents: "vecdot along axis -1: shapes [2, 3] and [2, 1] do not fit"
    case .convolveNothing: "convolve needs two vectors with elements, got shapes [3] and [0]"
    case .convolveMatrix: "convolve needs two vectors with elements, got shapes [2, 3] and [2, 3]"
    case .scanOfNumber: "cumulativeSum: axis -1 is out of range for shape [] of rank 0"
    case .recurrenceFactors: "linearRecurrence: factors of shape [2, 4] do not broadcast to [2, 3]"
    case .quantileRange: "quantiles are from 0 to 1, got [1.5]"
    case .quantileOfNothing: "median of no elements, along [0] of shape [0, 3]"
    case .histogramBins: "a histogram needs 1 bin or more, got 0"
    case .histogramInfinite: "a histogram needs finite bounds, got 1.0 and inf"
    case .histogramEdges: "a histogram needs two ascending edges or more, got shape [3]"
    case .histogramWeights: "histogram: weights of shape [2, 4] do not fit elements of shape [2, 3]"
    case .binNegative: "bins have the numbers from 0, got -1"
    case .binWeights: "binSums: weights of shape [2, 3] do not fit elements of shape [2]"
    case .diffNegative: "diff: differences are taken 0 times or more, got -1"
    case .topTooMany: "topK: there are no 4 elements along axis 1 of [2, 3]"
    case .sortedNumber: "sorted: axis -1 is out of range for shape [] of rank 0"
    case .nonzeroOfNumber: "nonzero needs at least one axis, got a number"
    case .searchMatrix: "searchSorted needs a vector, got shape [2, 3]"
    case .meshgridOfMatrix: "meshgrid needs vectors, got shapes [[2, 3]]"
    case .logspaceCount: "logspace needs a count of 0 or more, got -1"
    case .bernoulliProbability: "bernoulli: probability 1.5 is not in 0 ... 1"
    case .bernoulliProbabilities: "randomBernoulli: a probability is not in 0 ... 1"
    case .poissonRate: "randomPoisson: rate -1.0 is not in 0 ... 2^53"
    case .poissonRates: "randomPoisson: rate inf is not in 0 ... 2^53"
    case .exponentialScale: "randomExponential: scale -1.0 is negative"
    case .gammaConcentration: "randomGamma: parameter 0.0 is not positive"
    case .gammaConcentrations: "randomGamma: parameter -1.0 is not positive"
    case .gammaScale: "randomGamma: scale -1.0 is negative"
    case .betaParameter: "randomBeta: parameter 0.0 is not positive"
    case .integersRange: "randomIntegers: no integer is in 3..<3"
    case .permutationCount: "permutation: no permutation of -1 numbers"
    case .categoricalNumber: "randomCategorical needs at least one axis, got a number"
    case .categoricalZeros: "randomCategorical: 3 weights that add up to 0.0"
    case .categoricalNegative: "randomCategorical: weight -1.0 of category 1"
    case .categoricalNaN: "randomCategorical: logit nan of category 1"
    case .categoricalCount: "randomCategorical: cannot draw -1 categories"
    case .choiceCount: "randomChoice: cannot choose 4 of 3 without replacement"
    case .choiceOfNothing: "randomChoice: cannot choose 1 of 0"
    case .choiceWeights: "randomChoice: weights of shape [2] for a population of 3"
    case .choicePositive: "randomChoice: cannot choose 2 of 1 positive weights without replacement"
    }
  }
}
