/// The range of `count` units that falls to one of `parts` parts: all but equal ones, in their order.
package func share(_ part: Int, of parts: Int, _ count: Int) -> Range<Int> {
  count * part / parts..<count * (part + 1) / parts
}
