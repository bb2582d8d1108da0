import Tern
import TernKernels

// A convolution and its two gradients, each the definition itself: a sum over every pair of an
// element of x and an element of the weight that meet in an element of y.

/// y = convolution(x, weight) + bias, summed in double precision.
package func naiveConvolution<S: FloatingScalar>(
  _ shape: ConvolutionShape, x: [S], weight: [S], bias: [S]?
) -> [S] {
  var sums = (0..<shape.outputCount).map { place in
    bias.map { $0[place / shape.outputPixels % shape.outputChannels].asDouble } ?? 0
  }
  forEachMeeting(shape) { sums[$0.y] += x[$0.x].asDouble * weight[$0.weight].asDouble }
  return sums.map { S(double: $0) }
}

/// The gradient of x, summed in double precision.
package func naiveConvolutionInputGradient<S: FloatingScalar>(
  _ shape: ConvolutionShape, dy: [S], weight: [S]
) -> [S] {
  var sums = [Double](repeating: 0, count: shape.inputCount)
  forEachMeeting(shape) { sums[$0.x] += dy[$0.y].asDouble * weight[$0.weight].asDouble }
  return sums.map { S(double: $0) }
}

/// The gradient of the weight, summed in double precision.
package func naiveConvolutionWeightGradient<S: FloatingScalar>(
  _ shape: ConvolutionShape, x: [S], dy: [S]
) -> [S] {
  var sums = [Double](repeating: 0, count: shape.weightCount)
  forEachMeeting(shape) { sums[$0.weight] += dy[$0.y].asDouble * x[$0.x].asDouble }
  return sums.map { S(double: $0) }
}

/// Calls `body` with the places of each x and weight that meet in a y.
private func forEachMeeting(
  _ shape: ConvolutionShape, _ body: ((x: Int, weight: Int, y: Int)) -> Void
) {
  for image in 0..<shape.batch {
    for output in 0..<shape.outputChannels {
      let group = output / shape.groupOutputs
      for input in 0..<shape.groupInputs {
        let xChannel = (image * shape.inputChannels + group * shape.groupInputs + input)
        let yChannel = image * shape.outputChannels + output
        let kernel = output * shape.groupInputs + input
        forEachMeetingOfChannels(shape) { xPixel, kernelPixel, yPixel in
          body(
            (
              xChannel * shape.inputPixels + xPixel, kernel * shape.kernelPixels + kernelPixel,
              yChannel * shape.outputPixels + yPixel
            ))
        }
      }
    }
  }
}

private func forEachMeetingOfChannels(
  _ shape: ConvolutionShape, _ body: (_ x: Int, _ kernel: Int, _ y: Int) -> Void
) {
  for row in 0..<shape.outputHeight {
    for column in 0..<shape.outputWidth {
      for u in 0..<shape.kernelHeight {
        let xRow = row * shape.strideHeight + u * shape.dilationHeight - shape.padTop
        guard (0..<shape.inputHeight).contains(xRow) else { continue }
        for v in 0..<shape.kernelWidth {
          let xColumn = column * shape.strideWidth + v * shape.dilationWidth - shape.padLeft
          guard (0..<shape.inputWidth).contains(xColumn) else { continue }
          body(
            xRow * shape.inputWidth + xColumn, u * shape.kernelWidth + v,
            row * shape.outputWidth + column)
        }
      }
    }
  }
}
