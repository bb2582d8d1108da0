/// A number with a fixed count of decimals, halves rounded away from 0: 0.125 as `0.13`.
///
/// A number that is not finite, or too large to have such decimals, is spelt as Swift does.
package func rounded(_ value: Double, _ decimals: Int) -> String {
  precondition(
    (0...15).contains(decimals), "rounded needs 0 to 15 decimals, got \(decimals)")
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (abs(value) * Double(scale)).rounded()
  guard scaled < 0x1p53 else { return "\(value)" }
  let units = Int(scaled)
  let sign = value < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(units)" }
  let fraction = String(units % scale)
  let padding = String(repeating: "0", count: decimals - fraction.count)
  return "\(sign)\(units / scale).\(padding)\(fraction)"
}
