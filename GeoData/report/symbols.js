'use strict';
/* Points with a shape of their own for each answer, so that nobody needs colours to tell them apart. */
(function (upland) {
  const L = window.L;
  const { svg } = upland;

  /** The tones of answers: shape, colours, radius. Okabe and Ito's blue, vermillion and purple. */
  const tones = {
    good: { shape: 'circle', fillColor: '#ffffff', color: '#00598f', weight: 2, radius: 4.5 },
    bad: { shape: 'triangle', fillColor: '#d55e00', color: '#6e2b00', weight: 1, radius: 6.5 },
    plain: { shape: 'square', fillColor: '#c9c4b8', color: '#565b61', weight: 1.2, radius: 5 },
    unknown: { shape: 'diamond', fillColor: 'url(#unknown-hatch)', color: '#7b3d75', weight: 2, radius: 6 },
  };

  /** The path of a shape of radius `r` about `x`, `y`. */
  function path(shape, x, y, r) {
    const at = (dx, dy) => (x + dx * r).toFixed(1) + ' ' + (y + dy * r).toFixed(1);
    switch (shape) {
      case 'triangle': return 'M' + at(0, -1) + 'L' + at(0.95, 0.75) + 'L' + at(-0.95, 0.75) + 'Z';
      case 'diamond': return 'M' + at(0, -1) + 'L' + at(1, 0) + 'L' + at(0, 1) + 'L' + at(-1, 0) + 'Z';
      case 'square': return 'M' + at(-0.75, -0.75) + 'L' + at(0.75, -0.75) + 'L' + at(0.75, 0.75) + 'L' + at(-0.75, 0.75) + 'Z';
      case 'star': {
        const tips = [];
        for (let i = 0; i < 10; i += 1) {
          const angle = -Math.PI / 2 + (i * Math.PI) / 5;
          const size = i % 2 ? 0.42 : 1;
          tips.push(at(Math.cos(angle) * size, Math.sin(angle) * size));
        }
        return 'M' + tips.join('L') + 'Z';
      }
      default: {
        const a = r.toFixed(1);
        return 'M' + at(-1, 0) + 'a' + a + ' ' + a + ' 0 1 0 ' + (2 * r).toFixed(1) + ' 0a' + a + ' ' + a + ' 0 1 0 ' + (-2 * r).toFixed(1) + ' 0Z';
      }
    }
  }

  const Symbol = L.CircleMarker.extend({
    _updatePath() {
      const point = this._point;
      this._renderer._setPath(
        this, this._empty() ? 'M0 0' : path(this.options.shape, point.x, point.y, this._radius));
    },
    /** Takes the look of a tone, smaller on a small map. */
    setTone(tone, size) {
      const look = tones[tone] || tones.unknown;
      Object.assign(this.options, look, { radius: look.radius * size });
      this._radius = this.options.radius;
      // What is not drawn yet has nothing to be drawn anew.
      if (this._map) {
        this.redraw();
        this.setStyle({});
      }
    },
  });

  /** A small picture of a point for a legend. */
  function picture(look) {
    return svg('svg', { viewBox: '0 0 26 18', 'aria-hidden': 'true' }, svg('path', {
      d: path(look.shape, 13, 9, look.radius), fill: look.fillColor, stroke: look.color,
      'stroke-width': look.weight,
    }));
  }

  /** A small picture of an area. */
  function areaPicture(fill, stroke) {
    return svg('svg', { viewBox: '0 0 26 18', 'aria-hidden': 'true' }, svg('rect', {
      x: 2, y: 2, width: 22, height: 14, fill, stroke: stroke || '#6f685c', 'stroke-width': 1,
    }));
  }

  /** A small picture of a line. */
  function linePicture(look) {
    return svg('svg', { viewBox: '0 0 26 18', 'aria-hidden': 'true' }, svg('line', {
      x1: 1, y1: 9, x2: 25, y2: 9, stroke: look.color, 'stroke-width': look.weight,
      'stroke-dasharray': look.dashArray || null,
    }));
  }

  upland.symbols = { tones, Symbol, picture, areaPicture, linePicture };
})(window.upland);
