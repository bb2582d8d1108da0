import Foundation
import Tern
import TernReports
import TestSupport
import Testing

/// Records as TensorBoard's own writer makes them; see Tests/Oracles/events.py.
@Suite struct EventTests {
  private func hex(_ event: Event) -> String {
    event.record.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func versions() {
    #expect(
      hex(.version(wallTime: 1.5))
        == "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c")
  }

  @Test func scalars() {
    #expect(
      hex(.scalar("loss/training", 0.1, step: 300, wallTime: 1_700_000_000.25))
        == "2400000000000000422b804d0900001040fc54d94110ac022a160a140a0d6c6f73732f747261696e69"
        + "6e6715cdcccc3d3311d2db")
  }

  @Test func histograms() {
    let x = Tensor<Double>([0, 0.5, .nan, 1, 1.5, 2, 3, .infinity, 4])
    #expect(
      hex(.histogram("0.weight", x, bins: 4, step: 1, wallTime: 2))
        == "8300000000000000b3b191e909000000000000004010012a760a740a08302e7765696768742a681100"
        + "00000000001040190000000000001c40210000000000002840290000000000404040322000000000000"
        + "0f03f0000000000000040000000000000084000000000000010403a2000000000000000400000000000"
        + "000040000000000000f03f0000000000000040bb1f6782")
  }

  @Test func imagesHoldTheirFile() throws {
    let bitmap = Bitmap(width: 2, height: 1, channels: 1, samples: [0, 255])
    let record = try Event.image("image", bitmap, step: 1, wallTime: 0).record.dropLast(4)
    let file = try bitmap.png()
    #expect(Array(record.suffix(file.count)) == Array(file))
    // Height 1, width 2, one channel, then the file.
    let header: [UInt8] = [0x08, 1, 0x10, 2, 0x18, 1, 0x22, UInt8(file.count)]
    #expect(Array(record.dropLast(file.count).suffix(header.count)) == header)
  }

  @Test func filesBeginWithTheVersionAndGrow() throws {
    let folder = try TemporaryFolder()
    let file = try EventFile(in: folder.path)
    let other = try EventFile(in: folder.path)
    #expect(file.path != other.path)
    let name = try #require(file.path.split(separator: "/").last.map(String.init))
    #expect(name.hasPrefix("events.out.tfevents."))
    let start = try folder.data(name)
    #expect(start.count == 8 + 4 + 24 + 4)
    let event = Event.scalar("a", 1, step: 1, wallTime: EventFile.now)
    try file.append([event, event])
    try file.append([event])
    #expect(try folder.data(name) == start + event.record + event.record + event.record)
  }

  @Test func aFolderThatIsNotThere() {
    #expect {
      try EventFile(in: "/nowhere/at/all")
    } throws: { error in
      "\(error)".contains("/nowhere/at/all/events.out")
    }
  }
}
