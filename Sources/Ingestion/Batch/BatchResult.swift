/// A decision about a single correction, as a decisions file has it.
package struct PlaceDecision: Hashable, Sendable {
  package var key: String
  /// Its line in the file, from 1.
  package var line: Int
}

/// What a run did.
package struct BatchResult: Hashable, Sendable {
  package struct FailedInput: Hashable, Sendable {
    /// Relative to the input root, as it is shown.
    package var path: String
    package var failure: Failure
  }

  /// Inputs of this run, refused ones among them.
  package internal(set) var inputs = 0
  /// With an output, whether made now or standing from before.
  package internal(set) var converted = 0
  /// With nothing of their own: another input says the same, or supersedes them.
  package internal(set) var duplicates = 0
  package internal(set) var failed = 0
  /// Inputs that were not converted again, since nothing has changed.
  package internal(set) var unchanged = 0
  /// Files in the input folders that are no inputs.
  package internal(set) var skipped = 0
  /// Bytes read.
  package internal(set) var bytes = 0
  /// The first failures in the order of the paths, a conflict once for all its inputs; the manifest has all.
  package internal(set) var failures: [FailedInput] = []
  /// Failed inputs that `failures` says nothing of.
  package internal(set) var untold = 0
  /// The sums of the manifest, inputs of earlier runs among them.
  package internal(set) var totals = Totals()
  /// Decisions about single corrections that hold for no correction of any input on record, in the order of their lines.
  package internal(set) var staleDecisions: [PlaceDecision] = []
  /// Stopped before the end: the manifest is that of the run before, and the next run goes on from here.
  package internal(set) var isInterrupted = false
  /// Asked to prune, the run has left everything, because some folder could not be read: what is missing
  /// there is not known to be gone.
  package internal(set) var didNotPrune = false
}
