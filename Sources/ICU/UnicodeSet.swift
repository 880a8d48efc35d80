internal import CICU

/// A set of code points, as ranges.
package struct UnicodeSet: Hashable, Sendable {
  /// Ascending and apart.
  package let ranges: [ClosedRange<UInt32>]

  /// Reads ICU's UnicodeSet notation: `[０-９\p{Zs}]`.
  package init(_ pattern: String) throws(ICUError) {
    var failure: UnsafePointer<CChar>?
    var count: Int32 = 0
    let run = unsafe pattern.withICUText { unsafe cicu_set_ranges($0, $1, &count, &failure) }
    guard let bounds = unsafe run ?? nil else { throw unsafe .named(failure) }
    defer { unsafe cicu_free(bounds) }
    ranges = (0..<Int(count)).map { index in
      unsafe UInt32(bitPattern: bounds[2 * index])...UInt32(bitPattern: bounds[2 * index + 1])
    }
  }

  /// O(log ranges).
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    var lower = 0
    var upper = ranges.count
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if ranges[middle].upperBound < scalar.value { lower = middle + 1 } else { upper = middle }
    }
    return lower < ranges.count && ranges[lower].contains(scalar.value)
  }
}
