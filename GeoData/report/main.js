'use strict';
/* Brings the page to life. */
(function (upland) {
  performance.mark('upland-begin');
  const made = upland.map.make();
  performance.mark('upland-map');
  upland.tables.list(document.getElementById('table-list'), made ? made.locatorOf : () => null);
  document.querySelectorAll('table.sortable').forEach(upland.sorting.enhance);
  document.documentElement.dataset.ready = 'true';
  performance.mark('upland-ready');
  upland.leafletMap = made ? made.map : null;
})(window.upland);
