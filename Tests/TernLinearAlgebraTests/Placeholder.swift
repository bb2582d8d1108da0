// The tests of TernLinearAlgebra.
