import Plan
import Testing

struct SourceLocationTests {
  @Test(arguments: [
    // Relative paths start at the plan's folder.
    ("communes.gpkg", "plans/communes.gpkg"),
    ("../data/a.osm.pbf", "plans/../data/a.osm.pbf"),
    ("./a.tif", "plans/./a.tif"),
    ("số liệu: 2020.csv", "plans/số liệu: 2020.csv"),
    ("data:", "plans/data:"),
    // What leads somewhere by itself stays as it is.
    ("/data/a.gpkg", "/data/a.gpkg"),
    ("PG:dbname=gis host=localhost", "PG:dbname=gis host=localhost"),
    ("GPKG:/data/a.gpkg:raster", "GPKG:/data/a.gpkg:raster"),
    ("https://example.org/a.geojson", "https://example.org/a.geojson"),
    ("/vsicurl/https://example.org/a.tif", "/vsicurl/https://example.org/a.tif"),
    ("/vsimem/a.tif", "/vsimem/a.tif"),
    ("C:\\data\\a.shp", "C:\\data\\a.shp"),
    // An archive is a file too.
    ("/vsizip/a.zip/a.shp", "/vsizip/plans/a.zip/a.shp"),
    ("/vsizip//data/a.zip/a.shp", "/vsizip//data/a.zip/a.shp"),
    ("/vsizip/{a.zip}/a.shp", "/vsizip/{plans/a.zip}/a.shp"),
    ("/vsigzip//vsicurl/https://example.org/a.gz", "/vsigzip//vsicurl/https://example.org/a.gz"),
    ("/vsitar//vsigzip/a.tgz/a.tif", "/vsitar//vsigzip/plans/a.tgz/a.tif"),
  ])
  func leadsFromTheFolderOfThePlan(_ text: String, _ location: String) {
    #expect(SourceLocation.resolve(text, in: "plans") == location)
  }

  @Test func thePlansOwnFolderNeedsNoPrefix() {
    #expect(SourceLocation.resolve("a.gpkg", in: ".") == "a.gpkg")
    #expect(SourceLocation.resolve("a.gpkg", in: "/") == "/a.gpkg")
  }

  @Test func foldersOfFiles() {
    #expect(SourceLocation.folder(ofFile: "plan.yaml") == ".")
    #expect(SourceLocation.folder(ofFile: "/plan.yaml") == "/")
    #expect(SourceLocation.folder(ofFile: "a/b/plan.yaml") == "a/b")
  }

  @Test(arguments: [
    ("PG:host=h user=u password=geheim dbname=d", "PG:host=h user=u password=*** dbname=d"),
    ("PG:password='a b' dbname=d", "PG:password=*** dbname=d"),
    // libpq allows spaces around the sign, escapes in quotation marks, and any mark without them.
    ("PG:password = 'it\\'s b' dbname=d", "PG:password = *** dbname=d"),
    ("PG:PASSWORD=a,b;c dbname=d", "PG:PASSWORD=*** dbname=d"),
    ("PG:dbname=d sslpassword=x", "PG:dbname=d sslpassword=***"),
    // A quotation mark that is never closed hides the rest.
    ("PG:password='a b dbname=d", "PG:password=***"),
    ("PG:postgresql://u:p%40@h/d", "PG:postgresql://u:***@h/d"),
    (
      "PG:postgresql://h/d?user=u&password=x&port=1",
      "PG:postgresql://h/d?user=u&password=***&port=1"
    ),
    ("/vsizip//vsicurl/https://u:p@h/x.zip", "/vsizip//vsicurl/https://u:***@h/x.zip"),
    // What is no password stays.
    ("https://example.org:8080/a@b.csv", "https://example.org:8080/a@b.csv"),
    ("PG:dbname=gis host=localhost", "PG:dbname=gis host=localhost"),
    ("data/password.csv", "data/password.csv"),
  ])
  func hidesPasswords(_ text: String, _ shown: String) {
    #expect(SourceLocation.withoutSecrets(text) == shown)
  }
}
