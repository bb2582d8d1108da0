import Tern
import TernData
import TestSupport
import Testing

/// Files in both directions with NumPy.
@Suite struct NPZPeerTests {
  static let python = Python(importing: "numpy")

  /// Loads a file, checks the elements as Tests/Oracles/npz.py makes them, and saves them again.
  private static let script = """
    import sys, numpy as np
    file = np.load(sys.argv[1])
    assert file.files == sys.argv[3:], file.files
    for name in file.files:
        i, a = np.arange(6), file[name]
        e = {"f": (i - 2) / 2, "i": 100 * i - 250, "u": 40 * i, "b": i % 3 == 0}[a.dtype.kind]
        assert a.shape == (2, 3) and a.dtype == name and (a.ravel() == e.astype(name)).all(), name
    np.savez_compressed(sys.argv[2], **file)
    """

  @Test(
    .enabled(if: python != nil, "needs python3 with NumPy; TERN_PYTHON may name it"),
    arguments: [false, true])
  func numPyReadsWhatTernWritesAndBack(compressed: Bool) throws {
    let folder = try TemporaryFolder()
    let (mine, its) = (folder.path + "/mine.npz", folder.path + "/its.npz")
    let types = ScalarType.allCases
    try NPZ.write(
      types.map { ("\($0)", oracleTensor($0, [2, 3])) }, compressed: compressed, to: mine)
    let status = try #require(Self.python).run(
      Self.script, [mine, its] + types.map(\.description))
    #expect(status == 0)
    let file = try NPZ.read(from: its)
    #expect(file.names == types.map(\.description))
    for type in types { expectSame(file["\(type)"], oracleTensor(type, [2, 3])) }
  }
}
