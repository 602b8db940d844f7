// SPDX-License-Identifier: Apache-2.0
// The list of rows: only what is in sight exists as elements. Heights are guessed until a row was seen.

const GROUP = 128; // rows whose heights are summed up, so that places are found without adding up all
const BEYOND = 500; // pixels above and below what is in sight

const list = {
  scroller: document.getElementById('list'),
  space: document.getElementById('space'),
  body: document.getElementById('rows'),
  rows: [],
  heights: new Float64Array(0),
  sums: new Float64Array(0),
  shown: new Map(), // index -> element
  seen: new Map(), // row -> height it had
  guesses: new Float64Array(0), // by pair; 0: not guessed yet
  current: -1,
};

/** A number for a row that stays the same when rows come and go. */
const rowKey = ({ document: number, pair, part }) => (part === undefined ? -1 - number : pair * 1024 + part);

function guessHeight(pair, width) {
  const lines = (text) => Math.ceil((text.length * (text.charCodeAt(0) > 0x2e80 ? 17 : 8)) / (width * 0.36)) || 1;
  return 36 + 26 * Math.max(lines(data.source[pair]), lines(data.target[pair]));
}

/** Heights of all rows: as they were seen, else guessed. */
function takeHeights() {
  const width = list.scroller.clientWidth;
  if (list.guesses.length !== data.source.length) list.guesses = new Float64Array(data.source.length);
  list.heights = new Float64Array(list.rows.length);
  list.sums = new Float64Array(Math.ceil(list.rows.length / GROUP));
  for (let i = 0; i < list.rows.length; i++) {
    const { pair, part } = list.rows[i];
    const guess = part === undefined ? 48 : (list.guesses[pair] ||= guessHeight(pair, width));
    list.heights[i] = list.seen.get(rowKey(list.rows[i])) ?? guess;
    list.sums[Math.floor(i / GROUP)] += list.heights[i];
  }
}

function setHeight(index, height) {
  list.sums[Math.floor(index / GROUP)] += height - list.heights[index];
  list.heights[index] = height;
  list.seen.set(rowKey(list.rows[index]), height);
}

function topOf(index) {
  let top = 0;
  const group = Math.floor(index / GROUP);
  for (let i = 0; i < group; i++) top += list.sums[i];
  for (let i = group * GROUP; i < index; i++) top += list.heights[i];
  return top;
}

function rowAt(y) {
  let group = 0;
  let top = 0;
  while (group + 1 < list.sums.length && top + list.sums[group] <= y) top += list.sums[group++];
  let index = group * GROUP;
  while (index + 1 < list.rows.length && top + list.heights[index] <= y) top += list.heights[index++];
  return index;
}

/** Takes elements that left the sight away and adds those that came into it. */
function placeRows(first, last) {
  for (const [index, element] of list.shown) {
    if (index >= first && index < last) continue;
    element.remove();
    list.shown.delete(index);
  }
  const made = [];
  let next = list.body.firstChild;
  for (let index = first; index < last; index++) {
    const known = list.shown.get(index);
    if (known) {
      next = known.nextSibling;
      continue;
    }
    const element = rowElement(list.rows[index], index);
    if (index === list.current) markCurrent(element, true);
    list.body.insertBefore(element, next);
    list.shown.set(index, element);
    made.push(element);
  }
  return made;
}

function renderList() {
  document.getElementById('nothing').hidden = list.rows.length > 0;
  list.body.setAttribute('aria-rowcount', String(list.rows.length));
  const top = list.scroller.scrollTop;
  const bottom = top + list.scroller.clientHeight;
  const anchor = rowAt(top);
  const within = top - (list.rows.length > 0 ? topOf(anchor) : 0);
  const first = rowAt(Math.max(0, top - BEYOND));
  let last = first;
  for (let y = topOf(first); last < list.rows.length && y < bottom + BEYOND; last++) y += list.heights[last];
  const made = placeRows(first, last);
  for (const [index, element] of list.shown) setHeight(index, element.getBoundingClientRect().height);
  list.space.style.height = `${topOf(list.rows.length)}px`;
  list.body.style.transform = `translateY(${topOf(first)}px)`;
  made.forEach(drawLinks);
  // Rows above turned out higher or lower than guessed: what is in sight stays where it is.
  const wanted = list.rows.length > 0 ? topOf(anchor) + within : 0;
  if (Math.abs(wanted - top) > 1) list.scroller.scrollTop = wanted;
}

function forgetElements() {
  list.body.replaceChildren();
  list.shown.clear();
}

/** Another width: nothing that was seen holds any longer. */
function relayout() {
  list.seen.clear();
  list.guesses.fill(0);
  refreshList();
}

function indexOfRow(pair, part) {
  return list.rows.findIndex((row) => row.pair === pair && row.part === part);
}

/** Lists anew what is asked for, keeping the current row and what is in sight where it can. */
function refreshList() {
  const before = list.rows[list.current];
  const anchor = list.rows.length > 0 ? rowAt(list.scroller.scrollTop) : -1;
  const inSight = list.rows[anchor];
  const within = anchor < 0 ? 0 : list.scroller.scrollTop - topOf(anchor);
  list.rows = rowsToShow();
  takeHeights();
  forgetElements();
  list.space.style.height = `${topOf(list.rows.length)}px`;
  if (inSight) {
    // The row itself, or the first behind it.
    const pair = inSight.pair ?? data.documents[inSight.document].first;
    const again = list.rows.findIndex((row) => (row.pair ?? data.documents[row.document].first) >= pair);
    list.scroller.scrollTop = again < 0 ? 0 : topOf(again) + within;
  }
  if (before) list.current = list.rows.findIndex((row) => row.pair > before.pair || (row.pair === before.pair && row.part >= before.part));
  if (list.current < 0) list.current = list.rows.findIndex((row) => row.part !== undefined);
  renderList();
}

/** Makes one row's element anew, after a verdict. */
function refreshRow(index) {
  const old = list.shown.get(index);
  if (!old) return;
  const element = rowElement(list.rows[index], index);
  if (index === list.current) markCurrent(element, true);
  old.replaceWith(element);
  list.shown.set(index, element);
  drawLinks(element);
}

function markCurrent(element, on) {
  element.classList.toggle('current', on);
  if (on) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}

function setCurrent(index) {
  const old = list.shown.get(list.current);
  if (old) markCurrent(old, false);
  list.current = index;
  const element = list.shown.get(index);
  if (element) markCurrent(element, true);
}

/** Scrolls until a row is in sight. Twice, since its height may be known only then. */
function reveal(index, middle = false) {
  for (let i = 0; i < 2; i++) {
    const top = topOf(index);
    const height = list.heights[index];
    const { scrollTop, clientHeight } = list.scroller;
    if (middle) list.scroller.scrollTop = top - (clientHeight - height) / 2;
    else if (top < scrollTop + 50) list.scroller.scrollTop = top - 50;
    else if (top + height > scrollTop + clientHeight - 20) list.scroller.scrollTop = top + height - clientHeight + 20;
    renderList();
  }
}
