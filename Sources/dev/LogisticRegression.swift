import Foundation

/// A logistic regression with a penalty on the square of its coefficients, of features that are first brought to mean 0
/// and deviation 1. Fitted by Newton's method; the same rows in the same order give the same bits.
struct LogisticRegression {
  private(set) var bias = 0.0
  private(set) var weights: [Double]

  /// `penalty` is that of scikit-learn's 1/C.
  init(_ rows: [[Double]], _ labels: [Bool], penalty: Double) {
    let count = rows.first?.count ?? 0
    weights = Array(repeating: 0, count: count)
    guard !rows.isEmpty else { return }
    let size = Double(rows.count)
    let means = (0..<count).map { feature in rows.reduce(0) { $0 + $1[feature] } / size }
    let deviations = (0..<count).map { feature in
      let variance = rows.reduce(0) { $0 + ($1[feature] - means[feature]) * ($1[feature] - means[feature]) } / size
      return variance.squareRoot() + 1e-6
    }
    // The last one is the bias, which costs nothing.
    let scaled = rows.map { row in (0..<count).map { (row[$0] - means[$0]) / deviations[$0] } + [1] }
    var solution = [Double](repeating: 0, count: count + 1)
    for _ in 0..<30 {
      var gradient = solution.enumerated().map { $0.offset < count ? penalty * $0.element : 0 }
      var hessian = [[Double]](repeating: [Double](repeating: 0, count: count + 1), count: count + 1)
      for index in 0..<count { hessian[index][index] = penalty }
      hessian[count][count] = 1e-9
      for (row, label) in zip(scaled, labels) {
        let sum = zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = 1 / (1 + exp(-sum))
        let error = probability - (label ? 1 : 0)
        let certainty = max(1e-9, probability * (1 - probability))
        for left in 0...count {
          gradient[left] += error * row[left]
          for right in 0...left { hessian[left][right] += certainty * row[left] * row[right] }
        }
      }
      let step = Self.solved(hessian, gradient)
      for index in solution.indices { solution[index] -= step[index] }
      if step.allSatisfy({ abs($0) < 1e-9 }) { break }
    }
    bias = solution[count]
    for index in 0..<count {
      weights[index] = solution[index] / deviations[index]
      bias -= weights[index] * means[index]
    }
  }

  /// The solution of a symmetric, positive definite system, of which the lower half is read (Cholesky).
  private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var lower = matrix
    let count = right.count
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row][column]
        for index in 0..<column { sum -= lower[row][index] * lower[column][index] }
        lower[row][column] = row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column][column]
      }
    }
    var result = right
    for row in 0..<count {
      for index in 0..<row { result[row] -= lower[row][index] * result[index] }
      result[row] /= lower[row][row]
    }
    for row in (0..<count).reversed() {
      for index in row + 1..<count where index < count { result[row] -= lower[index][row] * result[index] }
      result[row] /= lower[row][row]
    }
    return result
  }
}
