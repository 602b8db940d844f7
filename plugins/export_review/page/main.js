// SPDX-License-Identifier: Apache-2.0
// Keys, buttons, and the beginning.

const byId = (id) => document.getElementById(id);
const say = (words) => (byId('status').textContent = words);

let keeping = 0;

function showProgress() {
  const { total, decided } = progress();
  const share = total === 0 ? 0 : Math.floor((100 * decided) / total);
  byId('progress').max = Math.max(1, total);
  byId('progress').value = decided;
  const shown = list.rows.filter((row) => row.part !== undefined).length;
  byId('decided').textContent = `${decided} of ${total} decided (${share} %), ${shown} shown`;
  byId('undo').disabled = review.undo.length === 0;
}

function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, 250);
}

function keepNow() {
  clearTimeout(keeping);
  if (!keep()) say('This browser does not let the page keep decisions: download them before you leave.');
}

/** After pairs became others, or are asked for by other means. */
function listAgain() {
  refreshList();
  showProgress();
  showCurrentCard();
}

function showCurrentCard() {
  const row = list.rows[list.current];
  if (row) showCard(data.document[row.pair], goToPair);
}

function goTo(index) {
  setCurrent(index);
  reveal(index);
  showCurrentCard();
}

function goToPair(pair) {
  const { first } = unitOf(pair);
  let index = list.rows.findIndex((row) => row.pair === first);
  if (index < 0) {
    clearFilters();
    listAgain();
    index = list.rows.findIndex((row) => row.pair === first);
  }
  setCurrent(index);
  reveal(index, true);
  showCurrentCard();
}

/** The next row of a pair in a direction for which `wanted` holds, or -1. */
function neighbour(step, wanted = () => true) {
  let index = list.current + step;
  while (index >= 0 && index < list.rows.length) {
    const row = list.rows[index];
    if (row.part !== undefined && wanted(row)) return index;
    index += step;
  }
  return -1;
}

function move(step, wanted) {
  const index = neighbour(step, wanted);
  if (index < 0) say(step > 0 ? 'There is none behind it.' : 'There is none before it.');
  else goTo(index);
}

const isOpen = ({ pair, part }) => unitOf(pair).verdicts[part] === '';

function decide(verdict) {
  const { pair, part } = list.rows[list.current];
  const now = judge(pair, part, verdict);
  const at = list.current;
  if (find.wanted.decision.size > 0) refreshList();
  else refreshRow(at);
  const gone = list.rows[at]?.pair !== pair || list.rows[at]?.part !== part;
  const next = now && !gone ? neighbour(1) : list.current;
  if (next >= 0) goTo(next);
  showProgress();
  const { total, decided } = progress();
  say(`${now ? VERDICT_WORDS[now] : 'open again'}; ${decided} of ${total} decided.`);
  keepSoon();
}

function reshaped(words) {
  listAgain();
  if (list.current >= 0) reveal(list.current);
  say(words);
  keepSoon();
}

const actions = {
  next: () => move(1),
  previous: () => move(-1),
  open: () => move(1, isOpen),
  accept: () => decide('accept'),
  reject: () => decide('reject'),
  merge: () => {
    const { pair, part } = list.rows[list.current];
    if (merge(pair, part)) reshaped('merged with what follows.');
    else say('Nothing follows in this document.');
  },
  split: () => {
    const { pair, part } = list.rows[list.current];
    const [source, target] = partSentences(unitOf(pair), part);
    if (source.length + target.length < 2) say('One sentence cannot be split.');
    else askSplit(pair, part, (s, t) => {
      split(pair, part, s, t);
      reshaped('split in two.');
    });
  },
  undo: () => {
    const pair = undo();
    if (pair < 0) return say('There is nothing to undo.');
    listAgain();
    const index = list.rows.findIndex((row) => row.pair === unitOf(pair).first);
    if (index >= 0) goTo(index);
    say('undone.');
    keepSoon();
  },
  search: () => byId('search').select(),
  help: () => byId('help').showModal(),
};
const KEYS = {
  j: 'next', k: 'previous', n: 'open', a: 'accept', r: 'reject', m: 'merge', s: 'split', u: 'undo', '/': 'search', '?': 'help',
};
const NEEDS_ROW = new Set(['accept', 'reject', 'merge', 'split']);

function act(name) {
  if (NEEDS_ROW.has(name) && list.rows[list.current]?.part === undefined) return say('No pair is chosen.');
  actions[name]();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const typing = event.target.matches('input[type=search], select, textarea');
  if (typing && event.key === 'Escape') list.scroller.focus();
  if (typing || !(event.key in KEYS)) return;
  event.preventDefault();
  act(KEYS[event.key]);
}

function onRowClick(event) {
  const row = event.target.closest('.row.pair');
  if (!row) return;
  setCurrent(Number(row.dataset.index));
  showCurrentCard();
  const name = event.target.closest('button')?.dataset.action;
  if (name) act(name);
}

function download() {
  const url = URL.createObjectURL(new Blob([decisionLines()], { type: 'application/jsonl' }));
  const link = make('a');
  link.href = url;
  link.download = 'decisions.jsonl';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say('The decisions are being downloaded.');
}

async function load(file) {
  try {
    const { taken, unknown } = takeOver(await file.text());
    reshaped(`${taken} decisions taken over` + (unknown > 0 ? `; ${unknown} are of pairs that are not here.` : '.'));
  } catch {
    say('That is no file of decisions.');
  }
}

const THEMES = ['auto', 'light', 'dark'];

function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId('theme').textContent = `Theme: ${theme}`;
  byId('theme').dataset.now = theme;
}

function nextTheme() {
  const theme = THEMES[(THEMES.indexOf(byId('theme').dataset.now) + 1) % THEMES.length];
  setTheme(theme);
  try {
    localStorage.setItem('weft-review-theme', theme);
  } catch {
    // The choice lasts as long as the page.
  }
}

function keptTheme() {
  try {
    const kept = localStorage.getItem('weft-review-theme');
    return THEMES.includes(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

function togglePanel(id, open) {
  const button = byId(`show-${id}`);
  const now = open ?? byId(id).hidden;
  byId(id).hidden = !now;
  button.setAttribute('aria-expanded', String(now));
}

function listen() {
  document.addEventListener('keydown', onKey);
  list.body.addEventListener('click', onRowClick);
  list.scroller.addEventListener('scroll', () => requestAnimationFrame(renderList), { passive: true });
  let width = list.scroller.clientWidth;
  new ResizeObserver(() => {
    if (list.scroller.clientWidth === width) return renderList();
    width = list.scroller.clientWidth;
    relayout();
  }).observe(list.scroller);
  byId('search').addEventListener('input', () => {
    find.words = wordsOf(byId('search').value);
    listAgain();
  });
  byId('clear').addEventListener('click', () => { clearFilters(); listAgain(); });
  for (const id of ['filters', 'card']) byId(`show-${id}`).addEventListener('click', () => togglePanel(id));
  byId('undo').addEventListener('click', () => act('undo'));
  byId('download').addEventListener('click', download);
  byId('load').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', () => byId('file').files[0] && load(byId('file').files[0]));
  byId('theme').addEventListener('click', nextTheme);
  byId('show-help').addEventListener('click', () => act('help'));
  addEventListener('pagehide', keepNow);
}

async function begin() {
  setTheme(keptTheme());
  if (matchMedia('(max-width: 60rem)').matches) for (const id of ['filters', 'card']) togglePanel(id, false);
  await readData(() => { // there is something to look at while the rest is read
    prepareFacets();
    refreshList();
  });
  prepareFacets();
  recall();
  buildFilters(listAgain);
  byId('origin').textContent = [data.made.pipeline, `weft ${data.made.version}`].filter((word) => word).join(', ');
  listen();
  byId('search').disabled = false;
  listAgain();
  foldInIdleTime();
  document.documentElement.dataset.ready = 'true';
}

begin().catch((error) => {
  byId('decided').textContent = `This page cannot be read: ${error.message}. It needs a browser of 2024 or later.`;
});
