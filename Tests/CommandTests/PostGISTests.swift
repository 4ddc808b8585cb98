import Foundation
import Testing

/// Units with geometry and a table without, read from a server that the test starts and ends; and
/// what is said where there is none. A password is never shown.
@Suite struct PostGISTests {
  /// Whether the Debian packages that Scripts/install-dependencies.sh installs for this are there.
  static let isPresent: Bool = {
    let versions =
      (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    return versions.contains { version in
      [
        "/usr/lib/postgresql/\(version)/bin/initdb",
        "/usr/share/postgresql/\(version)/extension/postgis.control",
      ]
      .allSatisfy { FileManager.default.fileExists(atPath: $0) }
    }
  }()

  private static let connection = "PG:host=@HOST@ user=upland dbname=postgres password=geheim"

  private static func plan(units: String, table: String) -> String {
    """
    upland: 1
    units:
      - {level: commune, source: "\(units)", layer: communes, code: code, name: name}
    indicators:
      - name: table
        source: "\(table)"
        layer: figures
        level: commune
        match: ten_xa
        numbers: vi
        columns:
          people: {field: dan_so, kind: count}
          density: {field: mat_do, kind: score}

    """
  }

  private static let setup = """
    CREATE EXTENSION postgis;
    CREATE TABLE communes (code text, name text, geom geometry(Polygon, 4326));
    INSERT INTO communes VALUES
      ('00101', 'Xã Ba Tơ', ST_MakeEnvelope(108.0, 15, 108.1, 15.1, 4326)),
      ('00102', 'Xã Ba Tô', ST_MakeEnvelope(108.1, 15, 108.2, 15.1, 4326));
    CREATE TABLE figures (ma_xa text, ten_xa text, dan_so text, mat_do numeric(9, 3));
    INSERT INTO figures VALUES ('', 'Tổng số', '2.162.892', NULL),
      ('00101', '1. Xã Ba Tơ', '2.161.755', 1.137), ('00102', '2. Xã Ba Tô', '1.137', NULL);

    """

  @Test(
    .enabled(if: isPresent, "PostgreSQL with PostGIS is not installed"), .timeLimit(.minutes(15)))
  func unitsAndFiguresAreRead() async throws {
    let join = try TableJoin("")
    let scratch = join.scratch
    let plan = Self.plan(units: Self.connection, table: Self.connection)
    try scratch.write(plan, to: "plan.in")
    try scratch.write(plan.replacing("geheim", with: "geheimer"), to: "wrong.in")
    try scratch.write(Self.setup, to: "setup.sql")
    let script = TableJoin.fixtures.deletingLastPathComponent().appending(path: "with-postgis.sh")
    let answer = try await Program.shell(
      """
      cat > commands.sh <<'END'
      cd '\(scratch.url.filePath)'
      sed "s|@HOST@|${PGHOST}|" plan.in > plan.yaml
      sed "s|@HOST@|${PGHOST}|" wrong.in > wrong.yaml
      '\(Program.path)' join plan.yaml -o join.geojson --report report 2> join.txt; echo $? > join.status
      '\(Program.path)' run plan.yaml -o result > run.txt 2>&1; echo $? > run.status
      '\(Program.path)' join wrong.yaml -o wrong.geojson > wrong.txt 2>&1; echo $? > wrong.status
      END
      timeout -k 10 150 '\(script.filePath)' "${PWD}/setup.sql" bash "${PWD}/commands.sh"
      """, in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }
    let (joined, ran) = (try text("join.txt"), try text("run.txt"))
    #expect(try text("join.status") == "0\n", "\(joined)")
    #expect(try join.figures("people") == [2_161_755, 1137])
    #expect(try join.figures("density") == [1.137, nil])
    #expect(
      try join.report("rows", "row", "outcome", "name", "unit_code", "set_aside_by") == [
        "1|set_aside|Tổng số||total", "2|matched|1. Xã Ba Tơ|00101|",
        "3|matched|2. Xã Ba Tô|00102|",
      ])
    #expect(try text("run.status") == "0\n", "\(ran)")
    let record = try text("result/run.json")
    #expect(record.contains("password=***"))
    #expect(try text("wrong.status") == "3\n")
    let wrong = try text("wrong.txt")
    #expect(wrong.contains("password authentication failed"), "\(wrong)")
    for (name, bytes) in try scratch.contents().files
    where !name.hasSuffix(".in") && !["plan.yaml", "wrong.yaml"].contains(name) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"), "\(name)")
    }
  }

  /// All layers in one transaction; written again they replace the former tables. A login that fails is
  /// one line, and leaves what was there.
  @Test(
    .enabled(if: isPresent, "PostgreSQL with PostGIS is not installed"), .timeLimit(.minutes(15)))
  func layersAreWritten() async throws {
    let scratch = try Scratch()
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    try FolderContents(of: cases.appending(path: "little")).write(to: scratch.url)
    try scratch.write("CREATE EXTENSION postgis;\n", to: "setup.sql")
    let script = TableJoin.fixtures.deletingLastPathComponent().appending(path: "with-postgis.sh")
    let query = """
      SELECT count(*), round(sum(area_ha)::numeric, 3), round(sum(ST_Area(geom::geography) / 1e4)::numeric, 1),
        min(ST_SRID(geom)), min(GeometryType(geom)) FROM forest_cover;
      SELECT string_agg(code || ' ' || hardened, ', ' ORDER BY code) FROM villages;
      """
    let answer = try await Program.shell(
      """
      cat > commands.sh <<'END'
      cd '\(scratch.url.filePath)'
      target="PG:host=${PGHOST} user=upland dbname=postgres password=geheim"
      ask() { PGPASSWORD=geheim psql -X -A -t -U upland -d postgres -c "$1"; }
      for round in 1 2; do
        '\(Program.path)' export plan.yaml --layer villages,forest-cover -o "$target" > export.txt 2>&1
        echo $? > "export.$round"
        ask "\(query)" > "figures.$round"
      done
      '\(Program.path)' villages plan.yaml -o "${target}er" > wrong.txt 2>&1; echo $? > wrong.status
      ask "SELECT count(*) FROM villages" > left.txt
      END
      timeout -k 10 150 '\(script.filePath)' "${PWD}/setup.sql" bash "${PWD}/commands.sh"
      """, in: scratch.url)
    #expect(answer.status == 0, "\(answer.errors)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }
    let (exported, first) = (try text("export.txt"), try text("figures.1"))
    #expect(try text("export.1") == "0\n" && text("export.2") == "0\n", "\(exported)")
    #expect(try text("figures.2") == first)
    #expect(first.contains("|4326|MULTIPOLYGON"), "\(first)")
    // The area that PostGIS finds of the rounded outline is the figure beside it.
    let figures = first.split(separator: "\n")[0].split(separator: "|").compactMap { Double($0) }
    #expect(figures.count == 4 && abs(figures[1] - figures[2]) < 0.1, "\(first)")
    #expect(try text("wrong.status") == "4\n")
    let wrong = try text("wrong.txt")
    #expect(
      wrong.contains("password authentication failed") && !wrong.contains("geheim"), "\(wrong)")
    #expect(try Int(text("left.txt").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 0)
  }

  /// Nobody listens on port 1.
  @Test func aServerThatIsNotThereIsOneLineWithoutThePassword() async throws {
    let scratch = try TableJoin("source: comma.csv").scratch
    try scratch.write(
      Self.plan(
        units: "communes.geojson",
        table: "PG:host=127.0.0.1 port=1 user=upland dbname=d password='ge heim' connect_timeout=5"
      ).replacing("layer: communes, ", with: ""), to: "plan.yaml")
    for arguments in [
      ["join", "plan.yaml"], ["check", "plan.yaml"], ["run", "plan.yaml", "-o", "r"],
    ] {
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer.status == 3, "\(arguments) \(answer.errors)")
      #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
      #expect(answer.errors.contains("password=***"), "\(answer.errors)")
      #expect(!(answer.errors + answer.text).contains("heim"))
    }
  }
}
