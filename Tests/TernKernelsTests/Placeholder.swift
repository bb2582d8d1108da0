// The tests of TernKernels.
