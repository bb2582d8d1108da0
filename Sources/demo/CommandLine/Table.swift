/// Rows of words in aligned columns, a rule below the first row.
struct Table {
  var rows: [[String]]
  /// The columns that end, rather than begin, in one line.
  var rightAligned: Set<Int> = []

  var text: String {
    guard let heading = rows.first else { return "" }
    let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let line = zip(cells, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return rightAligned.contains(column) ? padding + cell.0 : cell.0 + padding
      }
      .joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return ([line(heading), rule] + rows.dropFirst().map(line)).joined(separator: "\n")
  }
}

/// A number with two digits, such as 1.2e-09.
func scientific(_ value: Double) -> String {
  guard value.isFinite, value > 0 else { return value == 0 ? "0" : "\(value)" }
  var (mantissa, exponent) = (value, 0)
  while mantissa >= 9.95 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
  while mantissa < 0.995 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
  return "\((mantissa * 10).rounded() / 10)e\(exponent)"
}
