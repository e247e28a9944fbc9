/** How many candidates are looked at: keeps the cost of one hint bounded. */
const MAX_CANDIDATES = 2_000;

/**
 * The candidate a misspelt word most likely means, by Damerau–Levenshtein distance (one letter missing, added, wrong or
 * swapped with its neighbour counts 1). Up to a third of the letters may differ, at least one and at most three.
 *
 * @returns null where nothing is near
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 80) return null;
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  let left = MAX_CANDIDATES;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `; did you mean "jeep"?` to end a message with, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearMiss(word, candidates);
  return near === null ? "" : `; ${meant(near)}`;
}

export function meant(near: string): string {
  return `did you mean "${near}"?`;
}

/** Optimal string alignment: rows of the usual table, three at a time. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
