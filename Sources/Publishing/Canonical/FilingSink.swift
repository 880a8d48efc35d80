internal import Modeling
internal import Provenance

/// What walks through a filing with ``walk(_:into:)``: one sink writes the values, one their places, one the
/// corrections. So what is published, where it stands and what was changed cannot disagree on a path.
///
/// Keys come in ascending order. The walk is generic over the sink and specialised for each.
protocol FilingSink: ~Copyable {
  /// True if elements are wanted in the order of their pointers as strings (0, 1, 10, 2), not by number.
  var ordersElementsAsStrings: Bool { get }

  /// False if numbers need not be read: the sink looks at texts only.
  var wantsValues: Bool { get }
  /// What the target of the `row`-th indicator of the `project`-th project says; nil if the sink looks at texts only.
  func target(_ project: Int, _ row: Int) -> Target?

  mutating func beginObject(_ key: StaticString)
  mutating func endObject()
  mutating func beginArray(_ key: StaticString)
  mutating func endArray()
  mutating func beginElement(_ index: Int)
  mutating func endElement()

  /// Names what the leaves that follow belong to.
  mutating func enter(_ project: borrowing Project)
  mutating func enter(_ indicator: borrowing Indicator)
  mutating func leave()

  mutating func null(_ key: StaticString)
  /// What is so of the table, not said by a text: `true`, or a number.
  mutating func flag(_ key: StaticString)
  mutating func count(_ key: StaticString, _ count: Int)
  /// A text that is published as it stands.
  mutating func text(_ key: StaticString, _ text: Revision?)
  mutating func textElement(_ index: Int, _ text: Revision)
  /// A value that is read from the whole of `text`, and from where its unit is said.
  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?)
  /// A value that is read from a part of a text that is published elsewhere.
  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role)
  /// A value that was worked out from several places, or given.
  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place])
  /// What something was inferred from: no value of the filing, so without a place.
  mutating func note(_ key: StaticString, _ notes: [String])
  mutating func note(_ key: StaticString, _ note: String)
}

extension FilingSink where Self: ~Copyable {
  func target(_ project: Int, _ row: Int) -> Target? { nil }

  var wantsValues: Bool { true }
  mutating func null(_ key: StaticString) {}
  mutating func note(_ key: StaticString, _ notes: [String]) {}
  mutating func note(_ key: StaticString, _ note: String) {}
  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {}
  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {}
  mutating func flag(_ key: StaticString) {}
  mutating func count(_ key: StaticString, _ count: Int) {}
  mutating func enter(_ project: borrowing Project) {}
  mutating func enter(_ indicator: borrowing Indicator) {}
  mutating func leave() {}
}

/// A sink that asks of each leaf only at which pointer it stands.
protocol PathSink: FilingSink, ~Copyable {
  var path: PointerPath { get set }
}

extension PathSink where Self: ~Copyable {
  mutating func beginObject(_ key: StaticString) { path.push(key) }
  mutating func endObject() { path.pop() }
  mutating func beginArray(_ key: StaticString) { path.push(key) }
  mutating func endArray() { path.pop() }
  mutating func beginElement(_ index: Int) { path.push(index) }
  mutating func endElement() { path.pop() }
}

enum Scalar {
  case null
  case integer(Int)
  case decimal(Decimal)
  case string(String)
}

extension Scalar {
  init(_ value: Int?) {
    self = value.map(Scalar.integer) ?? .null
  }

  init(_ value: Decimal?) {
    self = value.map(Scalar.decimal) ?? .null
  }
}
