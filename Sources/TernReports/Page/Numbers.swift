/// A number with four digits after the point, or with fewer where it is great.
func shortened(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "\(number)" }
  let digits = abs(number) < 100 ? 1e4 : 10
  let rounded = (number * digits).rounded() / digits
  return rounded == 0 && number != 0 ? "\(Float(number))" : "\(rounded)"
}

/// "1 line", "2 lines".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
