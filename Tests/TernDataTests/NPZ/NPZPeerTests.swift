import Foundation
import Tern
import TernData
import TestSupport
import Testing

/// Files in both directions with a Python that has NumPy: the one that `TERN_PYTHON` names, or
/// `python3`.
@Suite struct NPZPeerTests {
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["TERN_PYTHON"] ?? "python3"
    return (try? run(named, ["-c", "import numpy"])) == 0 ? named : nil
  }()

  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

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
    let status = try Self.run(
      try #require(Self.python), ["-c", Self.script, mine, its] + types.map(\.description))
    #expect(status == 0)
    let file = try NPZ.read(from: its)
    #expect(file.names == types.map(\.description))
    for type in types { expectSame(file["\(type)"], oracleTensor(type, [2, 3])) }
  }
}
