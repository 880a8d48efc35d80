internal import Glibc
internal import Ingestion
internal import Synchronization

/// An input in memory.
struct Input: Sendable {
  let path: String
  let bytes: [UInt8]
}

/// All inputs under a folder, in the order of their paths.
func readInputs(under folder: String) throws -> [Input] {
  var inputs: [Input] = []
  for part in try Files.list(folder) {
    for name in try Files.list(folder + "/" + part) {
      inputs.append(Input(path: part + "/" + name, bytes: try Files.read("\(folder)/\(part)/\(name)")))
    }
  }
  return inputs
}

/// What a run over inputs in memory gave.
struct Converted: Sendable {
  var seconds = 0.0
  var outputBytes = 0
  /// `sha256  file` of every output, in the order of the inputs.
  var lines: [String] = []
  var failures = 0
}

/// Converts all inputs with a converter a thread, each taking the next 16 inputs that nobody has taken.
func convertAll(_ inputs: [Input], threads: Int) async throws -> Converted {
  let cursor = Cursor()
  let start = now()
  var parts: [(Int, Converted)] = []
  try await withThrowingTaskGroup(of: [(Int, Converted)].self) { group in
    for _ in 0..<threads {
      group.addTask {
        var converter = try FilingConverter(spelling: false)
        var parts: [(Int, Converted)] = []
        while true {
          let first = cursor.take(16)
          if first >= inputs.count { return parts }
          parts.append((first, convert(inputs[first..<min(inputs.count, first + 16)], with: &converter)))
        }
      }
    }
    for try await some in group { parts += some }
  }
  var result = Converted()
  result.seconds = now() - start
  for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) {
    result.outputBytes += part.outputBytes
    result.lines += part.lines
    result.failures += part.failures
  }
  return result
}

/// How far the inputs have been handed out.
private final class Cursor: Sendable {
  private let next = Atomic(0)

  func take(_ count: Int) -> Int { next.add(count, ordering: .relaxed).oldValue }
}

private func convert(_ inputs: ArraySlice<Input>, with converter: inout FilingConverter) -> Converted {
  var result = Converted()
  for input in inputs {
    do throws(ConversionFailure) {
      for filing in try converter.convert(input.bytes, path: input.path) {
        result.outputBytes += filing.bytes.count
        result.lines.append("\(filing.sha256)  \(filing.file)")
      }
    } catch {
      result.failures += 1
    }
  }
  return result
}

/// Seconds on a clock that nobody sets.
func now() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Converts in memory and prints each run's speed, for a profiler to look at.
func profile(_ folder: String, threads: Int, runs: Int) async throws {
  let inputs = try readInputs(under: folder)
  let bytes = inputs.reduce(0) { $0 + $1.bytes.count }
  for _ in 0..<runs {
    let run = try await convertAll(inputs, threads: threads)
    print(
      "\(fixed(Double(bytes) / 1e6 / run.seconds, 1)) MB/s, \(inputs.count) filings, \(bytes) bytes in, "
        + "\(run.outputBytes) bytes out, \(run.failures) failed")
  }
  print(try digest(try await convertAll(inputs, threads: threads).lines.sorted()))
}

/// A number with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  var unit = 1.0
  for _ in 0..<decimals { unit *= 10 }
  let scaled = Int((value * unit).rounded())
  if decimals == 0 { return String(scaled) }
  let fraction = String(scaled % Int(unit))
  return "\(scaled / Int(unit))." + String(repeating: "0", count: decimals - fraction.count) + fraction
}
