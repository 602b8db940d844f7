// SPDX-License-Identifier: Apache-2.0
// Which pairs are shown: facets, and words in either language.

const BANDS = [
  { name: 'high', least: 800 },
  { name: 'middle', least: 500 },
  { name: 'low', least: 0 },
  { name: 'no score', least: -1 },
];

const find = {
  words: [], // folded; all must be there
  document: -1,
  // By facet the values asked for; none: all.
  wanted: { score: new Set(), finding: new Set(), rejected: new Set(), type: new Set(), decision: new Set() },
  folded: [], // by pair, made when first needed
  bands: [],
  types: [],
};

const bandOf = (score) => BANDS.findIndex(({ least }) => score >= least);

function typeName(source, target) {
  if (target === 0) return 'source only';
  if (source === 0) return 'target only';
  if (source === 1 && target === 1) return '1 : 1';
  if (source === 1) return '1 : n';
  return target === 1 ? 'n : 1' : 'n : m';
}

/** The kinds of what was found in a pair: "number" of "number: 2021 / 2001". */
const findingKinds = (pair) => (data.findings.get(pair) ?? []).map((finding) => finding.split(':')[0]);

function prepareFacets() {
  find.bands = data.scores.map((score) => BANDS[bandOf(score)].name);
  find.types = data.source.map((_, pair) => typeName(sentenceCount(pair, 0), sentenceCount(pair, 1)));
}

/** How often each value of each facet that never changes stands on the page. */
function facetCounts() {
  const counts = { score: new Map(), finding: new Map(), rejected: new Map(), type: new Map() };
  const add = (facet, value) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  for (const band of find.bands) add('score', band);
  for (const type of find.types) add('type', type);
  for (const pair of data.findings.keys()) for (const kind of new Set(findingKinds(pair))) add('finding', kind);
  for (const reason of data.rejects.values()) add('rejected', reason);
  return counts;
}

/** Letters and digits in one form, so that a search does not depend on case or width. */
const fold = (text) => text.normalize('NFKC').toLowerCase();

/** Words between spaces; "several words" in quotation marks stand together. */
function wordsOf(query) {
  return (fold(query).match(/"[^"]+"?|\S+/g) ?? []).map((word) => word.replaceAll('"', '')).filter((word) => word);
}

function foldedText(pair) {
  return (find.folded[pair] ??= fold(`${plainText(pair, 0)}\n${plainText(pair, 1)}`));
}

/** Folds the texts while nobody waits, so that the first search need not. */
function foldInIdleTime() {
  let next = 0;
  const step = (deadline) => {
    while (next < data.source.length && deadline.timeRemaining() > 2) foldedText(next++);
    if (next < data.source.length) requestIdleCallback(step);
  };
  if (window.requestIdleCallback) requestIdleCallback(step);
}

function hasWords(pair, count) {
  if (find.words.length === 0) return true;
  if (count === 1) return find.words.every((word) => foldedText(pair).includes(word));
  const texts = Array.from({ length: count }, (_, i) => foldedText(pair + i));
  return find.words.every((word) => texts.some((text) => text.includes(word)));
}

/** Whether the aligner's pair is among those asked for, whatever was decided of it. */
function fits(pair) {
  const { score, finding, rejected, type } = find.wanted;
  if (score.size > 0 && !score.has(find.bands[pair])) return false;
  if (type.size > 0 && !type.has(find.types[pair])) return false;
  if (finding.size > 0 && !findingKinds(pair).some((kind) => finding.has(kind))) return false;
  return rejected.size === 0 || rejected.has(data.rejects.get(pair));
}

function fitsDecision(verdicts) {
  const { decision } = find.wanted;
  return decision.size === 0 || verdicts.some((verdict) => decision.has(verdict || 'open'));
}

function unitFits(unit) {
  if (!fitsDecision(unit.verdicts)) return false;
  let any = false;
  for (let i = 0; i < unit.count && !any; i++) any = fits(unit.first + i);
  return any && hasWords(unit.first, unit.count);
}

/** The rows to show: {document} above the pairs of each document, then {pair, part}. */
function rowsToShow() {
  const rows = [];
  const begin = find.document < 0 ? 0 : data.documents[find.document].first;
  const end = find.document < 0 ? data.source.length : begin + data.documents[find.document].count;
  const open = fitsDecision(['']);
  let shown = -1;
  const add = (pair, part) => {
    if (data.document[pair] !== shown) rows.push({ document: (shown = data.document[pair]) });
    rows.push({ pair, part });
  };
  for (let pair = begin; pair < end;) {
    const unit = review.units.get(pair);
    if (unit) {
      if (unitFits(unit)) unit.verdicts.forEach((_, part) => add(pair, part));
    } else if ((data.reviews.has(pair) ? fitsDecision(['accept']) : open) && fits(pair) && hasWords(pair, 1)) {
      add(pair, 0);
    }
    pair += unit?.count ?? 1;
  }
  return rows;
}
