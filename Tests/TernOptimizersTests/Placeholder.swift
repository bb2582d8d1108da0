// The tests of TernOptimizers.
