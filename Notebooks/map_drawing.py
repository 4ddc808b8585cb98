"""What all maps of the notebooks share: a scale bar, a north arrow, labels, a line of sources.

Colours are those of Okabe and Ito (2008), told apart by readers of any colour vision; whatever a
colour says, a marker, a line style or a hatch says too, so that a black and white print loses
nothing.
"""

import matplotlib.patheffects
import matplotlib.pyplot as plt
import shapely
import shapely.affinity

BLUE = "#0072B2"
ORANGE = "#E69F00"
VERMILION = "#D55E00"
INK = "#1a1a1a"
GREY = "#8c8c8c"

plt.rcParams.update(
    {
        # Has every Vietnamese letter, and comes with matplotlib.
        "font.family": "DejaVu Sans",
        "font.size": 9,
        "figure.dpi": 110,
        "hatch.linewidth": 0.5,
        "legend.frameon": False,
    }
)


def map_axes(title: str, subtitle: str, extent):
    """A figure with room for a map at the left and for a legend at the right.

    `extent` is west, south, east, north in the metres of the projection that the picture uses; the
    axes have no numbers, because nobody should read coordinates of it.
    """
    figure = plt.figure(figsize=(10.4, 8.6))
    axes = figure.add_axes((0.02, 0.055, 0.66, 0.83))
    west, south, east, north = extent
    margin = 0.02 * (north - south)
    axes.set_xlim(west - margin, east + margin)
    axes.set_ylim(south - margin, north + margin)
    axes.set_aspect("equal")
    axes.set_anchor("W")
    axes.set_axis_off()
    head(figure, title, subtitle)
    return figure, axes


def head(figure, title: str, subtitle: str):
    """The title, and under it what the picture shows, in one or two lines."""
    inch = 1 / figure.get_figheight()
    figure.text(0.02, 1 - 0.15 * inch, title, fontsize=13, fontweight="bold", va="top")
    figure.text(0.02, 1 - 0.48 * inch, subtitle, fontsize=9.5, va="top", linespacing=1.35)


def foot(figure, text: str):
    """The lines of sources at the foot of a picture."""
    inch = 1 / figure.get_figheight()
    figure.text(0.02, 0.1 * inch, text, fontsize=7.5, color="#404040", va="bottom", linespacing=1.35)


def legend(figure, handles, title: str, top: float):
    """A legend in the room at the right of a map, its upper edge at `top` (share of the height)."""
    figure.legend(
        handles=handles,
        title=title,
        title_fontproperties={"weight": "bold", "size": 9},
        loc="upper left",
        bbox_to_anchor=(0.685, top),
        alignment="left",
        labelspacing=0.85,
        handlelength=2.6,
        handleheight=1.4,
    )


def fill(axes, shapes, **style):
    """Draws the shapes; none is nothing to draw, and no warning."""
    if len(shapes):
        shapes.plot(ax=axes, aspect=None, **style)


def label_point(geometry, flatness: float = 4):
    """Where a label has most room: the middle of the largest ellipse that fits.

    The ellipse lies flat, `flatness` times as wide as it is high, as text is.
    """
    narrow = shapely.affinity.scale(geometry, 1 / flatness, 1, origin=(0, 0))
    middle = shapely.maximum_inscribed_circle(narrow, tolerance=50).coords[0]
    return shapely.Point(middle[0] * flatness, middle[1])


def scale_and_north(axes, kilometres: int = 10):
    """A scale bar at the lower left of a map in metres, and an arrow to the grid's north."""
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    x, y = west + 0.02 * (east - west), south + 0.02 * (north - south)
    height = 0.007 * (north - south)
    half = kilometres * 500
    for start, colour in ((x, INK), (x + half, "white")):
        axes.add_patch(
            plt.Rectangle((start, y), half, height, facecolor=colour, edgecolor=INK, linewidth=0.8)
        )
    for distance in (0, kilometres // 2, kilometres):
        text = f"{distance} km" if distance == kilometres else f"{distance}"
        axes.text(x + distance * 1000, y + 1.8 * height, text, ha="center", fontsize=8)
    axes.annotate(
        "N",
        xy=(x + half, y + 15 * height),
        xytext=(x + half, y + 7 * height),
        ha="center",
        va="center",
        fontsize=10,
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.2},
    )


def label(axes, point, text: str, **style):
    """Text at a point with a white halo, legible on any ground."""
    halo = matplotlib.patheffects.withStroke(linewidth=3, foreground="white")
    options = {"ha": "center", "va": "center", "fontsize": 8.5, "path_effects": [halo], "zorder": 20}
    axes.text(point.x, point.y, text, **{**options, **style})
