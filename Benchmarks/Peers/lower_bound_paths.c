// W2c, lower bound: one Dijkstra for each centre with a binary heap. It stops when its villages
// are settled and puts back only what it touched.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct { double distance; int32_t node; } entry;
typedef struct { entry *entries; size_t count, capacity; } heap;

static void push(heap *h, entry new) {
  if (h->count == h->capacity) {
    h->capacity *= 2;
    h->entries = realloc(h->entries, h->capacity * sizeof(entry));
  }
  size_t place = h->count++;
  while (place > 0) {
    size_t parent = (place - 1) / 2;
    if (h->entries[parent].distance <= new.distance) break;
    h->entries[place] = h->entries[parent];
    place = parent;
  }
  h->entries[place] = new;
}

static entry pop(heap *h) {
  entry least = h->entries[0], last = h->entries[--h->count];
  size_t place = 0;
  for (;;) {
    size_t child = 2 * place + 1;
    if (child >= h->count) break;
    if (child + 1 < h->count && h->entries[child + 1].distance < h->entries[child].distance)
      child++;
    if (h->entries[child].distance >= last.distance) break;
    h->entries[place] = h->entries[child];
    place = child;
  }
  if (h->count) h->entries[place] = last;
  return least;
}

// Node v has the edges starts[v]..<starts[v + 1]. Group g leads from sources[g] to
// targets[borders[g]..<borders[g + 1]]; `metres` is by target, INFINITY where not reached.
void commune_paths(int nodes, const int32_t *starts, const int32_t *heads, const double *weights,
                   int groups, const int32_t *sources, const int64_t *borders,
                   const int32_t *targets, double *metres, int64_t *settled) {
  double *distances = malloc(nodes * sizeof(double));
  uint8_t *wanted = calloc(nodes, 1);
  int32_t *touched = malloc(nodes * sizeof(int32_t));
  heap pending = {malloc((1 << 20) * sizeof(entry)), 0, 1 << 20};
  for (int v = 0; v < nodes; v++) distances[v] = INFINITY;
  for (int g = 0; g < groups; g++) {
    int left = 0, touched_count = 0;
    pending.count = 0;
    for (int64_t k = borders[g]; k < borders[g + 1]; k++) {
      if (!wanted[targets[k]]) left++;
      wanted[targets[k]] = 1;
    }
    distances[sources[g]] = 0;
    touched[touched_count++] = sources[g];
    push(&pending, (entry){0, sources[g]});
    while (pending.count && left) {
      entry next = pop(&pending);
      if (next.distance > distances[next.node]) continue;
      (*settled)++;
      left -= wanted[next.node];
      wanted[next.node] = 0;
      for (int32_t e = starts[next.node]; e < starts[next.node + 1]; e++) {
        double distance = next.distance + weights[e];
        if (distance >= distances[heads[e]]) continue;
        if (distances[heads[e]] == INFINITY) touched[touched_count++] = heads[e];
        distances[heads[e]] = distance;
        push(&pending, (entry){distance, heads[e]});
      }
    }
    for (int64_t k = borders[g]; k < borders[g + 1]; k++) {
      metres[k] = distances[targets[k]];
      wanted[targets[k]] = 0;
    }
    for (int k = 0; k < touched_count; k++) distances[touched[k]] = INFINITY;
  }
  free(distances);
  free(wanted);
  free(touched);
  free(pending.entries);
}
