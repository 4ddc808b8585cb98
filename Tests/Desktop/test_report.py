"""The report of the sample in a real browser: headless Chromium with the network off.

UPLAND names the program; the report is made by it into a folder of its own. What is measured is printed, not judged.
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest

from browser import Page

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLAN = os.path.join(ROOT, "GeoData", "sample", "plan.yaml")
UPLAND = os.environ.get("UPLAND", os.path.join(ROOT, ".build", "release", "upland"))


def setUpModule():
    """Makes the report once in each language."""
    global folder
    folder = tempfile.TemporaryDirectory(prefix="upland-report-")
    for language in ("vi", "en"):
        subprocess.run(
            [UPLAND, "report", PLAN, "--lang", language, "-o", report(language), "--quiet"], check=True)


def tearDownModule():
    folder.cleanup()


def report(language):
    return os.path.join(folder.name, f"{language}.html")


class ReportTest(unittest.TestCase):
    language = "vi"

    @classmethod
    def setUpClass(cls):
        cls.page = Page().__enter__()
        cls.page.open(report(cls.language))

    @classmethod
    def tearDownClass(cls):
        cls.page.__exit__(None, None, None)

    def tearDown(self):
        self.assertEqual(self.page.messages, [], "the console is silent")
        self.assertEqual(
            [url[:60] for url in self.page.requests if not url.startswith("file://" + folder.name)], [],
            "nothing is asked of anyone")

    def show_map(self):
        self.page.run("document.getElementById('map-section').scrollIntoView({behavior: 'instant'})")

    def test_1_loads_with_the_network_off(self):
        ready = self.page.run("performance.getEntriesByName('upland-ready')[0].startTime")
        size = os.path.getsize(report(self.language))
        print(f"report of the sample: {size} bytes, interactive after {ready:.0f} ms", file=sys.stderr)
        self.assertLess(size, 3_000_000)
        self.assertFalse(self.page.run("navigator.onLine"))
        self.assertEqual(self.page.run("document.documentElement.lang"), "vi")
        self.assertEqual(self.page.run("document.title"), "Tỉnh Ngàn Trẩm (dữ liệu giả định)")
        self.assertEqual(len(self.page.requests), 1)

    def test_2_the_policy_forbids_connections(self):
        # What the page may not do is told to the console: heard here, and not counted against the page.
        blocked = self.page.run(
            "fetch('https://example.org/').then(() => 'reached', (error) => error.constructor.name)")
        self.assertEqual(blocked, "TypeError")
        inline = self.page.run(
            "(() => { window.ran = false; const s = document.createElement('script');"
            " s.textContent = 'window.ran = true'; document.body.append(s); s.remove(); return window.ran; })()")
        self.assertFalse(inline)
        self.page.run("1")
        heard = self.page.messages[:]
        self.assertTrue(heard and all("Content Security Policy" in text for text in heard), heard)
        self.page.messages.clear()

    def test_3_cards_and_scorecard_hold_the_figures_of_targets(self):
        values = self.page.run("[...document.querySelectorAll('.card .value')].map((e) => e.textContent)")
        self.assertEqual(values, ["56,9–57,1 %", "56,9–57,1 %", "53,5–68,8 %"])
        self.assertIn("18.805–19.341 ha", self.page.run("document.querySelector('.card .gap').textContent"))

    def test_4_layers_switch(self):
        count = "document.querySelectorAll('.leaflet-areas-pane path').length"
        self.assertEqual(self.page.run(count), 0)
        self.page.run("document.querySelector('input[name=\"resettlement-sites\"]').click()")
        self.assertEqual(self.page.run(count), 400)
        legend = self.page.run("document.getElementById('legends').textContent")
        self.assertIn("400 trong 4.393 khu đất", legend)
        self.page.run("document.querySelector('input[name=\"resettlement-sites\"]').click()")
        self.assertEqual(self.page.run(count), 0)
        for name in self.page.run("[...document.querySelectorAll('#panel input[type=checkbox]')].map((e) => e.name)"):
            for _ in range(2):
                self.page.run(f"document.querySelector('input[name=\"{name}\"]').click()")

    def test_4b_what_to_harden_first_is_darkest(self):
        looks = self.page.run(
            "[...document.querySelectorAll('.leaflet-lines-pane path')].map((e) =>"
            " [e.getAttribute('stroke'), Number(e.getAttribute('stroke-width'))])")
        self.assertEqual(len(looks), 71)
        widths = [width for _, width in looks]
        self.assertEqual(widths, sorted(widths, reverse=True))
        self.assertGreater(len({colour for colour, _ in looks}), 3)
        red = [int(colour[1:3], 16) for colour, _ in looks]
        self.assertEqual(red, sorted(red))

    def test_5_every_figure_shades_the_units(self):
        options = self.page.run("document.querySelector('#panel select').options.length")
        self.assertGreater(options, 20)
        first = self.page.run("document.querySelector('#panel select').selectedIndex")
        looks = set()
        for index in [*range(options), first]:
            self.page.run(
                "(() => { const s = document.querySelector('#panel select');"
                f" s.selectedIndex = {index}; s.dispatchEvent(new Event('change')); }})()")
            looks.add(tuple(self.page.run(
                "[...document.querySelectorAll('.leaflet-units-pane path')].map((e) => e.getAttribute('fill'))")))
        self.assertGreater(len(looks), 10)
        # A commune whose forest is not known is hatched, and counted as such.
        hatched = self.page.run(
            "document.querySelectorAll('.leaflet-units-pane path[fill=\"url(#unknown-hatch)\"]').length")
        told = self.page.run("document.querySelector('#legends .legend li:last-child .n').textContent")
        self.assertEqual(str(hatched), told)
        self.assertEqual(hatched, 1)

    def test_6_a_click_shows_the_village(self):
        self.show_map()
        self.page.run(
            "(() => { const input = document.getElementById('find-place');"
            " input.value = document.querySelector('#places option[value*=\"Thôn\"]').value;"
            " input.dispatchEvent(new Event('change')); })()")
        self.page.wait("document.querySelector('.leaflet-popup-content h4')")
        self.page.run("document.querySelector('.leaflet-popup-close-button').click()")
        self.page.wait("!document.querySelector('.leaflet-popup-content')")
        # A village that nothing covers, near the one that was sought.
        x, y = self.page.run(
            "(() => { const map = document.getElementById('map').getBoundingClientRect();"
            " for (const path of document.querySelectorAll('.leaflet-villages-pane path')) {"
            "  const b = path.getBoundingClientRect();"
            "  const [x, y] = [b.x + b.width / 2, b.y + b.height / 2];"
            "  if (x > map.x + 100 && x < map.right - 100 && y > map.y + 250 && y < map.bottom - 60"
            "   && y < innerHeight - 20 && document.elementFromPoint(x, y) === path) return [x, y]; }"
            " })()")
        self.page.click(x, y)
        self.page.wait("document.querySelector('.leaflet-popup-content h4')")
        text = self.page.run("document.querySelector('.leaflet-popup-content').innerText")
        sought = self.page.run("document.querySelector('.leaflet-popup-content h4').textContent")
        self.assertRegex(sought, r"^Thôn .+ \(\d{7}\)$")
        # It is the village that the data have by this code, with its own answer.
        told = self.page.run(
            "(() => { const table = JSON.parse(document.getElementById('report-data').textContent).tables"
            ".find((one) => one.name === 'resettlement-villages');"
            " const at = (name) => table.columns.findIndex((column) => column.property === name);"
            f" const row = table.rows.find((one) => one[at('code')] === '{sought[-8:-1]}');"
            " return [row[at('name')], row[at('hardened')][0]]; })()")
        self.assertEqual(sought, f"{told[0]} ({sought[-8:-1]})")
        answer = {"yes": "có", "no": "không", "unknown": "chưa rõ"}[told[1]]
        self.assertRegex(text, r"Cứng hóa\s+" + answer)
        for word in ["Đơn vị", "Ô tô", "Cứng hóa", "Đường đến trung tâm m", "Số hộ", "Trong vùng nguy cơ"]:
            self.assertIn(word, text)
        self.page.run("document.querySelector('.leaflet-popup-close-button').click()")

    def test_6b_a_village_in_a_hazard_looks_like_one(self):
        """Yes is no good news for every question."""
        look = (
            "(() => { const s = document.querySelectorAll('#panel select')[1];"
            " s.selectedIndex = [...s.options].findIndex((o) => o.text === '%s');"
            " s.dispatchEvent(new Event('change'));"
            " const row = (text) => [...document.querySelectorAll('#legends li')].find("
            "  (e) => e.childNodes[1].textContent === text).querySelector('path').getAttribute('fill');"
            " return [row('có'), row('không')]; })()")
        roads = self.page.run(look % "đường cứng hóa đến trung tâm")
        hazards = self.page.run(look % "trong vùng nguy cơ thiên tai")
        self.assertEqual(roads, hazards[::-1])
        self.assertNotEqual(*roads)
        fills = self.page.run(
            "[...document.querySelectorAll('.leaflet-villages-pane path')].map((e) => e.getAttribute('fill'))")
        self.assertEqual(fills.count(hazards[0]), 116, "as many as the report says are exposed")
        self.page.run(look % "đường cứng hóa đến trung tâm")

    def test_7_tables_sort_and_filter(self):
        self.page.run("document.getElementById('table-forest-cover-commune').open = true")
        self.page.wait("document.querySelector('#table-forest-cover-commune tbody tr')")
        head = (
            "[...document.querySelectorAll('#table-forest-cover-commune th')]"
            ".find((e) => e.title === 'forest_pct').querySelector('button')")
        column = self.page.run(
            "[...document.querySelectorAll('#table-forest-cover-commune th')].findIndex((e) => e.title === 'forest_pct')")
        cells = (
            "[...document.querySelectorAll('#table-forest-cover-commune tbody tr')]"
            f".map((row) => row.cells[{column}].textContent)")

        def numbers():
            told = self.page.run(cells)
            return [float(text.replace(".", "").replace(",", ".")) if re.match(r"^[\d.,]+$", text) else None
                    for text in told]

        # By keyboard: the head of the column is a button.
        self.page.run(f"{head}.focus()")
        self.page.key("Enter", 13, "\r")
        ascending = numbers()
        self.page.key("Enter", 13, "\r")
        descending = numbers()
        known = [value for value in ascending if value is not None]
        self.assertEqual(len(ascending), 63)
        self.assertEqual(known, sorted(known))
        self.assertEqual([value for value in descending if value is not None], known[::-1])
        # What is not known comes last, whichever way.
        self.assertIsNone(ascending[-1])
        self.assertIsNone(descending[-1])
        self.assertEqual(self.page.run(f"{head}.parentElement.getAttribute('aria-sort')"), "descending")
        self.page.run(
            "(() => { const f = document.querySelector('#table-forest-cover-commune input');"
            " f.value = 'đèo tếch'; f.dispatchEvent(new Event('input')); })()")
        self.assertEqual(len(self.page.run(cells)), 1)
        # And the tables that stand in the page.
        self.page.run("document.querySelector('#figures table.sortable th button').click()")
        first = self.page.run("document.querySelector('#figures table.sortable tbody td').textContent")
        self.assertTrue(first)

    def test_8_every_table_opens_and_shows_its_rows_on_the_map(self):
        names = self.page.run("[...document.querySelectorAll('details.layer')].map((e) => e.id)")
        self.assertGreater(len(names), 20)
        for name in names:
            self.page.run(f"document.getElementById('{name}').open = true")
            self.page.wait(f"document.querySelector('#{name} table')")
        self.page.run("document.querySelector('#table-pave .locate').click()")
        self.page.wait("document.querySelector('.leaflet-popup-content')")
        self.page.run("document.querySelectorAll('details.layer').forEach((e) => { e.open = false; })")

    def test_9_prints(self):
        pdf = self.page.pdf()
        self.assertTrue(pdf.startswith(b"%PDF-"))
        pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
        print(f"printed: {len(pdf)} bytes, {pages} pages", file=sys.stderr)
        self.assertGreater(pages, 2)


class EnglishPhoneTest(unittest.TestCase):
    def test_fits_a_phone_and_speaks_english(self):
        with Page(width=390, height=844, mobile=True) as page:
            page.open(report("en"))
            self.assertEqual(page.run("document.documentElement.lang"), "en")
            self.assertEqual(page.run("document.querySelector('h2').textContent"), "Key figures")
            self.assertLessEqual(page.run("document.documentElement.scrollWidth"), 390)
            self.assertEqual(page.run("[...document.querySelectorAll('.card .value')][2].textContent"), "53.5–68.8 %")
            self.assertEqual(page.messages, [])

    def test_reads_without_scripts(self):
        with Page() as page:
            page.call("Emulation.setScriptExecutionDisabled", value=True)
            page.call("Page.navigate", url="file://" + report("en"))
            page.wait("document.readyState === 'complete' && document.querySelector('.foot')")
            self.assertIn("Key figures", page.run("document.body.innerText"))
            self.assertIn("SHA-256", page.run("document.getElementById('sources').innerText"))

    def test_headings_and_names(self):
        with Page() as page:
            page.open(report("en"))
            levels = page.run("[...document.querySelectorAll('h1,h2,h3,h4')].map((e) => Number(e.tagName[1]))")
            self.assertEqual(levels.count(1), 1)
            for one, other in zip(levels, levels[1:]):
                self.assertLessEqual(other - one, 1, "no level of heading is left out")
            unnamed = page.run(
                "[...document.querySelectorAll('button,input,select')].filter((e) => !e.textContent.trim()"
                " && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).length")
            self.assertEqual(unnamed, 0)
            self.assertEqual(page.run("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size"),
                             page.run("document.querySelectorAll('[id]').length"))


if __name__ == "__main__":
    unittest.main()
