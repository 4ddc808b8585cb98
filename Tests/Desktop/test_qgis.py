"""The GeoPackage of the sample in QGIS: opened by QGIS's own Python, with the styles that it finds in the file.

UPLAND names the program. The pictures of the layers go to the folder that UPLAND_PICTURES names, else away.
"""

import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = ROOT / "GeoData" / "sample" / "plan.yaml"
UPLAND = os.environ.get("UPLAND", str(ROOT / ".build" / "release" / "upland"))
# The Python that Debian's python3-qgis belongs to, whichever comes first on the path.
PYTHON = "/usr/bin/python3"
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
# The class of features whose figure is not known.
UNKNOWN = "Chưa rõ"
# What a GeoPackage holds beside layers.
TABLES = {"sources", "fields", "assumptions"}


def setUpModule():
    """Makes the layers once in each form, and lets QGIS tell what it makes of them."""
    global folder, layers, seen
    folder = tempfile.TemporaryDirectory(prefix="upland-qgis-")
    place = pathlib.Path(folder.name)
    package = place / "layers.gpkg"
    pictures = pathlib.Path(os.environ.get("UPLAND_PICTURES", place / "pictures"))
    pictures.mkdir(mode=0o700, parents=True, exist_ok=True)
    subprocess.run([UPLAND, "export", PLAN, "-o", place / "geojson", "--quiet"], check=True)
    subprocess.run([UPLAND, "export", PLAN, "-o", package, "--quiet"], check=True)
    layers = {
        path.stem: json.loads(path.read_text("utf-8"))["features"]
        for path in sorted((place / "geojson").glob("*.geojson"))}
    told = subprocess.run(
        [PYTHON, ROOT / "Tests" / "Desktop" / "qgis_layers.py", package, pictures],
        check=True, stdout=subprocess.PIPE).stdout
    seen = json.loads(told)
    print(f"QGIS {seen['version']}: {len(seen['layers'])} layers", file=sys.stderr)


def tearDownModule():
    folder.cleanup()


def placed():
    """The layers with a place: what QGIS draws."""
    return [name for name, features in layers.items() if any(one["geometry"] for one in features)]


class QGISTest(unittest.TestCase):
    def each(self, names, judge):
        for name in names:
            with self.subTest(layer=name):
                judge(name, seen["layers"][name])

    def test_1_every_layer_opens(self):
        self.assertGreater(len(layers), 20)
        self.assertEqual(sorted(set(seen["layers"]) - TABLES), sorted(layers))

        def judge(name, told):
            self.assertTrue(told["valid"])
            self.assertEqual(told["count"], len(layers[name]))
            if told["renderer"]:
                self.assertIn(told["crs"], ["EPSG:4326", "OGC:CRS84"])

        self.each(layers, judge)

    def test_2_every_figure_is_that_of_the_geojson(self):
        compared = 0

        def judge(name, told):
            nonlocal compared
            self.assertEqual(sorted(told["features"]), sorted(one["id"] for one in layers[name]))
            for one in layers[name]:
                found = told["features"][one["id"]]
                self.assertEqual(found["placed"], one["geometry"] is not None, one["id"])
                for key, value in one["properties"].items():
                    self.assertIn(key, found)
                    if isinstance(value, list):
                        continue
                    if isinstance(value, float) and isinstance(found[key], (int, float)):
                        same = math.isclose(found[key], value, rel_tol=1e-12)
                    elif isinstance(found[key], str) and not isinstance(value, str) and value is not None:
                        # A column of texts and numbers is one of text.
                        same = found[key] == json.dumps(value)
                    else:
                        same = found[key] == value
                    self.assertTrue(same, f"{one['id']}: {key}: {found[key]!r} is not {value!r}")
                    compared += value is not None

        self.each(layers, judge)
        print(f"figures and texts compared: {compared}", file=sys.stderr)
        self.assertGreater(compared, 50_000)

    def test_3_styles_are_found_and_draw_every_feature_once(self):
        self.assertGreater(len(placed()), 15)

        def judge(name, told):
            self.assertEqual(told["problem"], "")
            self.assertTrue(told["default"], "the style is the layer's default")
            self.assertEqual(len(told["styles"]), 1, told["styles"])
            self.assertIn(told["renderer"], ["RuleRenderer", "categorizedSymbol", "graduatedSymbol"])
            self.assertTrue(all(told["labels"]), told["labels"])
            self.assertEqual(told["classes"]["undrawn"], 0, "a feature that no class draws vanishes")
            self.assertEqual(told["classes"]["drawn_twice"], 0)
            self.assertNotEqual(set(told["classes"]["drawn"]), {UNKNOWN}, "a layer of which nothing is known")
            self.assertEqual(told["picture"]["errors"], [])
            self.assertGreater(told["picture"]["ink"], 0)

        self.each(placed(), judge)

    def test_4_layers_of_figures_are_shaded(self):
        def judge(name, told):
            self.assertGreater(len(told["classes"]["drawn"]), 2, told["classes"])
            self.assertGreater(told["picture"]["coloured"], 100)

        self.each(["forest-cover-commune", "road-access-commune", "villages"], judge)

    def test_5_words_are_vietnamese(self):
        def judge(name, told):
            words = " ".join(told["styles"] + told["labels"] + list(told["aliases"].values()))
            self.assertRegex(words, VIETNAMESE)

        self.each(placed(), judge)
        self.assertTrue(
            any(VIETNAMESE.search(label) for label in seen["layers"]["villages"]["labels"]),
            seen["layers"]["villages"]["labels"])


if __name__ == "__main__":
    unittest.main()
