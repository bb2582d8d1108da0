// The tests of TernNetworks.
