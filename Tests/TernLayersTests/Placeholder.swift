// The tests of TernLayers.
