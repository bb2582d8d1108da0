import Testing
import TernData

@Suite struct DataErrorTests {
  private static let texts: [(DataError, String)] = [
    (.missingFile(path: "a/b"), "a/b: expected a file, found nothing"),
    (.notAFile(path: "a/b"), "a/b: expected a file, found a folder, pipe or device"),
    (
      .unreadable(path: "a/b", reason: "Permission denied"),
      "a/b: cannot be read: Permission denied"
    ),
    (
      .truncated(path: "a.gz"),
      "a.gz: expected more compressed data, found the end of the file; is it only partly there?"
    ),
    (
      .corrupt(path: "a.gz", reason: "bad block"),
      "a.gz: the compressed data is damaged: bad block"
    ),
    (
      .tooLarge(path: "a", found: "20", limit: 10), "a: expected at most 10 bytes, found 20"
    ),
    (
      .malformed(path: "a", expected: "labels from 0 to 9", found: "11 at index 3"),
      "a: expected labels from 0 to 9, found 11 at index 3"
    ),
    (
      .missingDataset(folder: "a", folderExists: true, lookedFor: ["b", "c"], advice: "Do this."),
      "a: expected one of b, c, found none of them. Do this."
    ),
    (
      .missingDataset(folder: "a", folderExists: false, lookedFor: ["b", "c"], advice: "Do this."),
      "a: expected a folder with one of b, c, found no folder. Do this."
    ),
  ]

  @Test(arguments: texts)
  func text(error: DataError, expected: String) {
    #expect(error.description == expected)
  }
}
