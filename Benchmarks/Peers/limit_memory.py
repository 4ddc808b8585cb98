#!/usr/bin/env python3
"""A limit of the machine: how fast memory is copied and read.

usage: limit_memory.py [MEGABYTES]
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

size = int(sys.argv[1] if len(sys.argv) > 1 else 1024) * 2**20
source, target = np.ones(size, np.uint8), np.zeros(size, np.uint8)
words = source.view(np.uint64)
half = size // 2


def best(work, repetitions=5):
    """The least time of several."""
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def halves(pool, work, border, end):
    """Both halves at once."""
    return lambda: list(pool.map(work, [slice(0, border), slice(border, end)]))


def copy(part):
    """Reads and writes."""
    np.copyto(target[part], source[part])


def read(part):
    """Reads only."""
    return words[part].max()


with ThreadPoolExecutor(2) as pool:
    rates = {
        "copy1": 2 * size / best(lambda: copy(slice(None))),
        "copy2": 2 * size / best(halves(pool, copy, half, size)),
        "read1": size / best(lambda: read(slice(None))),
        "read2": size / best(halves(pool, read, half // 8, size // 8)),
    }
print("GB/s by threads:", " ".join(f"{name}={rate / 1e9:.1f}" for name, rate in rates.items()))
