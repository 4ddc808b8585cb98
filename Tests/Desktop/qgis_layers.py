"""What QGIS makes of a GeoPackage: told as JSON, and drawn as a PNG a layer.

    /usr/bin/python3 Tests/Desktop/qgis_layers.py LAYERS.gpkg FOLDER

Runs in the Python that QGIS was built for (Debian's python3-qgis), by itself, because QGIS ends a program that
does not know it. Layers are opened as a drag onto the map opens them: the style is the one QGIS finds.
"""

import collections
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_RUNTIME_DIR"] = sys.argv[2]

from qgis.core import (  # noqa: E402 - the platform is settled before Qt looks
    Qgis, QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsProviderRegistry,
    QgsRenderContext, QgsVectorLayer)
from qgis.PyQt.QtCore import QDate, QSize, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

PICTURE = QSize(800, 800)


def plain(value):
    """A value as JSON has it; of QGIS's own the empty one is null and a date is text."""
    if isinstance(value, QDate):
        return value.toString(Qt.ISODate)
    return value if isinstance(value, (bool, int, float, str)) else None


def classes_of(renderer, feature, context):
    """What the classes that draw a feature say, or how they look where they say nothing.

    Of rules QGIS's own answer counts ELSE always, though it draws it for the rest alone.
    """
    if renderer.type() != "RuleRenderer":
        return [
            " ".join(f"{part.layerType()} {part.color().name()}" for part in symbol.symbolLayers())
            for symbol in renderer.originalSymbolsForFeature(feature, context)]
    rules = renderer.rootRule().children()
    met = [rule for rule in rules if not rule.isElse() and rule.isFilterOK(feature, context)]
    return [rule.label() for rule in met or rules if met or rule.isElse()]


def classes(layer):
    """How many features each class draws, how many none does, and how many several do."""
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    told = {"undrawn": 0, "drawn_twice": 0, "drawn": collections.Counter()}
    for feature in layer.getFeatures():
        if not feature.hasGeometry():
            continue
        context.expressionContext().setFeature(feature)
        found = classes_of(renderer, feature, context)
        if len(found) == 1:
            told["drawn"][found[0]] += 1
        else:
            told["drawn_twice" if found else "undrawn"] += 1
    renderer.stopRender(context)
    return told


def draw(layer, path):
    """Draws a layer by itself; the share of the picture that is not paper, and how many colours are on it."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    extent = layer.extent()
    extent.grow(max(extent.width(), extent.height(), 0.001) * 0.03)
    settings.setExtent(extent)
    settings.setOutputSize(PICTURE)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    colours = collections.Counter(
        image.pixel(x, y) & 0xFFFFFF for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    paper = colours.pop(0xFFFFFF, 0)
    coloured = sum(
        count for colour, count in colours.items()
        if max(colour >> 16, colour >> 8 & 255, colour & 255) - min(colour >> 16, colour >> 8 & 255, colour & 255) > 24)
    return {
        "errors": [error.message for error in job.errors()],
        "ink": sum(colours.values()) / (paper + sum(colours.values())), "coloured": coloured}


def look(path, name, folder):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    told = {"valid": layer.isValid(), "count": layer.featureCount(), "crs": layer.crs().authid()}
    fields = [field.name() for field in layer.fields()]
    told["aliases"] = {name: layer.attributeDisplayName(index) for index, name in enumerate(fields)}
    told["features"] = {
        feature["id"]: {name: plain(feature[name]) for name in fields} | {"placed": feature.hasGeometry()}
        for feature in layer.getFeatures()} if "id" in fields else {}
    if not layer.isSpatial():
        return told | {"renderer": None}
    related, _, titles, _, problem = layer.listStylesInDatabase()
    _, found = layer.loadDefaultStyle()
    told |= {
        "renderer": layer.renderer().type(), "default": found, "styles": titles[:max(related, 0)],
        "problem": problem, "labels": [item.label() for item in layer.renderer().legendSymbolItems()],
        "classes": classes(layer), "picture": draw(layer, os.path.join(folder, f"{name}.png"))}
    return told


def main():
    path, folder = sys.argv[1:]
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    names = [found.name() for found in QgsProviderRegistry.instance().querySublayers(path)]
    told = {"version": Qgis.version(), "layers": {name: look(path, name, folder) for name in names}}
    json.dump(told, sys.stdout)
    sys.stdout.flush()
    # QGIS 3.22 falls over its own feet when Python tears it down.
    os._exit(0)


main()
