// Only debug builds let tests see what is internal.
#if DEBUG
  import Tern
  import Testing

  @testable import TernLinearAlgebra

  /// What LAPACK's infos become. They are made up: no finite matrix is known to us on which an
  /// iteration of LAPACK fails, neither permutations nor defective ones nor numbers from 10⁻³⁰⁰ to
  /// 10³⁰⁰.
  struct FailureTests {
    @Test func theFirstIterationThatDoesNotConvergeIsNamed() throws {
      let batch = try Matrices(Tensor<Double>(ones: [2, 3, 4, 4]), of: "svd")
      let error = batch.failure(of: "svd", flops: 1) { [0, 0, 0, 0, 2, 1][$0] }
      #expect(error == .noConvergence(operation: "svd", remaining: 2, batch: [1, 1]))
      #expect(
        error?.description
          == "svd: the iteration on matrix [1, 1] of the batch did not converge, with 2 values left "
          + "to find")
      #expect(batch.failure(of: "svd", flops: 1) { _ in 0 } == nil)
    }

    @Test func aloneAMatrixHasNoPlace() throws {
      let matrix = try Matrices(Tensor<Float>(ones: [4, 4]), of: "eig")
      let error = matrix.failure(of: "eig", flops: 1) { _ in 3 }
      #expect(error == .noConvergence(operation: "eig", remaining: 3, batch: []))
      #expect(
        error?.description
          == "eig: the iteration on the matrix did not converge, with 3 values left to find")
    }

    @Test func argumentsThatAreRefusedAreNoIterations() {
      let error = LinearAlgebraError(info: -4, of: "gesdd", batch: [])
      #expect(error == .failed(routine: "gesdd", info: -4))
      #expect(error.description == "LAPACK's gesdd failed with info -4")
    }
  }
#endif
