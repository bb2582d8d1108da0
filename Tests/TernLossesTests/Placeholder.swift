// The tests of TernLosses.
