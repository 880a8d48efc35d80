internal import Glibc

/// `bench generate FOLDER COUNT [SEED]` writes filings; `bench measure FOLDER JIXIAO PEER` measures and prints a table.
/// `Benchmarks/run` calls both.
@main
enum Bench {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      switch (arguments.first, Array(arguments.dropFirst())) {
      case ("generate"?, let rest) where rest.count >= 2:
        guard let count = Int(rest[1]), let seed = UInt64(rest.count > 2 ? rest[2] : "20210101") else { return usage() }
        try generate(into: rest[0], count: count, seed: seed)
      case ("measure"?, let rest) where rest.count == 3:
        try await Measurement(inputs: rest[0], program: rest[1], peer: rest[2]).run()
      case ("convert"?, let rest) where rest.count >= 2:
        guard let threads = Int(rest[1]), let runs = Int(rest.count > 2 ? rest[2] : "1") else { return usage() }
        try await profile(rest[0], threads: threads, runs: runs)
      default: usage()
      }
    } catch {
      print("bench: \(error)")
      exit(1)
    }
  }

  private static func usage() {
    print(
      """
      bench generate FOLDER COUNT [SEED]      writes generated filings
      bench measure FOLDER JIXIAO PEER        measures everything over them and prints a table
      bench convert FOLDER THREADS [RUNS]     converts them in memory, for a profiler
      """)
    exit(2)
  }
}
