// SPDX-License-Identifier: Apache-2.0
// What the reviewer decided. A unit is a run of neighbouring pairs of one document, its sentences cut into parts
// anew: an untouched pair is a unit of one pair and one part, a merged one has several pairs, a split one several
// parts. Each part has a verdict: "accept", "reject" or "" for none yet.

const review = {
  units: new Map(), // first pair -> unit, where it is not as the aligner left it
  owner: new Map(), // pair -> first pair of its unit, for units of several pairs
  undo: [], // [{before: [units], after: [units]}]
};

/** The unit as the aligner and earlier reviews left it. */
function untouched(pair) {
  return { first: pair, count: 1, cuts: [], verdicts: [data.reviews.get(pair) === 'accepted' ? 'accept' : ''] };
}

function unitOf(pair) {
  const first = review.owner.get(pair) ?? pair;
  return review.units.get(first) ?? untouched(first);
}

function isUntouched(unit) {
  return unit.count === 1 && unit.cuts.length === 0 && unit.verdicts[0] === untouched(unit.first).verdicts[0];
}

/** All sentences of one side of a unit, in order. */
function unitSentences(unit, side) {
  const all = [];
  for (let i = 0; i < unit.count; i++) all.push(...sentencesOf(unit.first + i, side));
  return all;
}

/** The sentences of a part: [of the source, of the target]. */
function partSentences(unit, part) {
  return [0, 1].map((side) => {
    const begin = part === 0 ? 0 : unit.cuts[part - 1][side];
    return unitSentences(unit, side).slice(begin, unit.cuts[part]?.[side]);
  });
}

function put(remove, add) {
  for (const unit of remove) {
    review.units.delete(unit.first);
    for (let i = 0; i < unit.count; i++) review.owner.delete(unit.first + i);
  }
  for (const unit of add) {
    if (isUntouched(unit)) continue;
    review.units.set(unit.first, unit);
    if (unit.count > 1) for (let i = 0; i < unit.count; i++) review.owner.set(unit.first + i, unit.first);
  }
}

function change(before, after) {
  put(before, after);
  review.undo.push({ before, after });
}

/** Sets the verdict of a part; the same one again takes it back. Gives the verdict that holds now. */
function judge(pair, part, verdict) {
  const unit = unitOf(pair);
  const now = unit.verdicts[part] === verdict ? '' : verdict;
  change([unit], [{ ...unit, verdicts: unit.verdicts.with(part, now) }]);
  return now;
}

/** Joins a part with what follows it in the document. False where nothing does. */
function merge(pair, part) {
  const unit = unitOf(pair);
  if (part < unit.cuts.length) {
    const verdicts = unit.verdicts.toSpliced(part, 2, '');
    change([unit], [{ ...unit, cuts: unit.cuts.toSpliced(part, 1), verdicts }]);
    return true;
  }
  const following = unit.first + unit.count;
  if (data.document[following] !== data.document[unit.first]) return false;
  const next = unitOf(following);
  const sizes = [0, 1].map((side) => unitSentences(unit, side).length);
  const cuts = [...unit.cuts, ...next.cuts.map(([s, t]) => [s + sizes[0], t + sizes[1]])];
  const verdicts = [...unit.verdicts.slice(0, -1), '', ...next.verdicts.slice(1)];
  change([unit, next], [{ first: unit.first, count: unit.count + next.count, cuts, verdicts }]);
  return true;
}

/** Cuts a part behind so many of its sentences on each side. */
function split(pair, part, source, target) {
  const unit = unitOf(pair);
  const [s, t] = part === 0 ? [0, 0] : unit.cuts[part - 1];
  const cuts = unit.cuts.toSpliced(part, 0, [s + source, t + target]);
  change([unit], [{ ...unit, cuts, verdicts: unit.verdicts.toSpliced(part, 1, '', '') }]);
}

/** Takes back the last change. Gives the pair it began at, or -1. */
function undo() {
  const last = review.undo.pop();
  if (!last) return -1;
  put(last.after, last.before);
  return last.before[0].first;
}

/** How many pairs there are now, and of how many the reviewer has said something. */
function progress() {
  let total = data.source.length;
  let decided = data.reviews.size;
  for (const unit of review.units.values()) {
    total += unit.verdicts.length - unit.count;
    decided += unit.verdicts.filter((verdict) => verdict !== '').length;
    for (let i = 0; i < unit.count; i++) if (data.reviews.has(unit.first + i)) decided--;
  }
  return { total, decided };
}

// ---- keeping and handing over ----

const storageKey = () => `weft-review:${data.made.content}`;

/** Keeps all decisions in this browser. False where it does not let us. */
function keep() {
  try {
    const rows = [...review.units.values()].map((unit) => [unit.first, unit.count, unit.cuts, unit.verdicts]);
    localStorage.setItem(storageKey(), JSON.stringify(rows));
    return true;
  } catch {
    return false;
  }
}

function recall() {
  try {
    const rows = JSON.parse(localStorage.getItem(storageKey()) ?? '[]');
    put([], rows.map(([first, count, cuts, verdicts]) => ({ first, count, cuts, verdicts })));
  } catch {
    // A browser that keeps nothing has nothing to recall.
  }
}

/** Keys of a document's pairs: equal pairs are told apart by a count, as ids of units are. */
function keysOf(number) {
  const { first, count } = data.documents[number];
  const seen = new Map();
  return data.keys.slice(first, first + count).map((key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}-${times}`;
  });
}

/** All decisions as lines of JSON, in the order of the page. */
function decisionLines() {
  const { source, target, content, pipelineHash } = data.made;
  const lines = [JSON.stringify({ 'weft-review': 1, source, target, content, pipeline: pipelineHash })];
  const keys = new Map();
  for (const unit of [...review.units.values()].sort((a, b) => a.first - b.first)) {
    const number = data.document[unit.first];
    if (!keys.has(number)) keys.set(number, keysOf(number));
    const { id, first } = data.documents[number];
    const pairs = keys.get(number).slice(unit.first - first, unit.first - first + unit.count);
    const texts = [0, 1].map((side) =>
      Array.from({ length: unit.count }, (_, i) => plainText(unit.first + i, side)));
    lines.push(JSON.stringify({
      document: id, pairs, cuts: unit.cuts, verdicts: unit.verdicts, source: texts[0], target: texts[1],
    }));
  }
  return lines.join('\n') + '\n';
}

/** Whether cuts go forward inside a unit of so many sentences a side, and every part has a verdict. */
function isSound(unit) {
  const sizes = [0, 1].map((side) => unitSentences(unit, side).length);
  const borders = [[0, 0], ...unit.cuts, sizes];
  const forward = borders.slice(1).every(([s, t], i) =>
    s >= borders[i][0] && t >= borders[i][1] && s + t > borders[i][0] + borders[i][1]);
  return forward && unit.verdicts.length === unit.cuts.length + 1 &&
    unit.verdicts.every((verdict) => ['', 'accept', 'reject'].includes(verdict));
}

function decisionOf(line, numbers, keys) {
  const { document: id, pairs, cuts, verdicts } = JSON.parse(line);
  const number = numbers.get(id);
  if (number === undefined || !Array.isArray(pairs) || !Array.isArray(cuts) || !Array.isArray(verdicts)) return null;
  if (!keys.has(number)) keys.set(number, keysOf(number));
  const at = keys.get(number).indexOf(pairs[0]);
  if (at < 0 || pairs.some((key, i) => keys.get(number)[at + i] !== key)) return null;
  const unit = { first: data.documents[number].first + at, count: pairs.length, cuts, verdicts };
  return isSound(unit) ? unit : null;
}

/** Takes over the decisions of a file, also one made on another page. Throws what JSON.parse throws. */
function takeOver(text) {
  const numbers = new Map(data.documents.map((card, number) => [card.id, number]));
  const keys = new Map();
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('{"weft-review"'));
  const before = new Map();
  const after = [];
  const taken = new Set();
  for (const unit of lines.map((line) => decisionOf(line, numbers, keys))) {
    const pairs = Array.from({ length: unit?.count ?? 0 }, (_, i) => unit.first + i);
    if (pairs.length === 0 || pairs.some((pair) => taken.has(pair))) continue;
    for (const pair of pairs) {
      taken.add(pair);
      const old = unitOf(pair);
      before.set(old.first, old);
    }
    after.push(unit);
  }
  if (after.length > 0) change([...before.values()], after);
  return { taken: after.length, unknown: lines.length - after.length };
}
