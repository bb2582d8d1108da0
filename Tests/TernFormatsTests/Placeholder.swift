// The tests of TernFormats.
