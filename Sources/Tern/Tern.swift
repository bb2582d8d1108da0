// Everything a program needs to calculate, differentiate and train: `import Tern`.

@_exported import TernFormats
@_exported import TernLayers
@_exported import TernLinearAlgebra
@_exported import TernLosses
@_exported import TernNetworks
@_exported import TernOptimizers
@_exported import TernTensors
@_exported import TernTraining
