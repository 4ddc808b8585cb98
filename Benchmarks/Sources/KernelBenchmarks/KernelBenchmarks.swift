/// Measures the kernels in one process and prints a Markdown table.
///
///     swift run -c release --package-path Benchmarks kernel-benchmarks [RUNS] [TEXT]
///
/// RUNS is the number of counted runs of each kernel (7), TEXT a part of the names of the kernels
/// to be run (all).
@main
enum KernelBenchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    var suite = Suite(
      runs: max(1, arguments.first.flatMap { Int($0) } ?? 7), pattern: arguments.dropFirst().first)
    try suite.measureCoverage()
    try suite.measurePatches()
    try suite.measureNetwork()
    try suite.measureWriting()
    print(suite.table)
  }
}
