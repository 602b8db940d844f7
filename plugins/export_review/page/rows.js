// SPDX-License-Identifier: Apache-2.0
// Rows as elements. Text of documents only ever becomes text nodes and the attributes lang and title.

const SVG = 'http://www.w3.org/2000/svg';
const VERDICT_WORDS = { accept: 'accepted', reject: 'rejected', '': 'open' };
const ACTIONS = [
  { name: 'accept', sign: '\u2713', words: 'Accept' },
  { name: 'reject', sign: '\u2717', words: 'Reject' },
  { name: 'merge', sign: '\u2913', words: 'Merge with the next' },
  { name: 'split', sign: '\u2702', words: 'Split' },
];

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function cellOf(row, className) {
  const cell = row.appendChild(make('div', className));
  cell.setAttribute('role', 'cell');
  return cell;
}

/** Where the words of the search stand in a text; nothing where folding changes lengths. */
function hitsIn(words) {
  const low = words.toLowerCase();
  if (low.length !== words.length) return [];
  const hits = [];
  for (const word of find.words) {
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) {
      hits.push({ begin: at, end: at + word.length, kind: 'hit' });
    }
  }
  return hits;
}

/** Appends a text in which ranges are marked; they may overlap. */
function paint(target, words, ranges) {
  const borders = new Set([0, words.length]);
  for (const { begin, end } of ranges) borders.add(begin).add(end);
  const sorted = [...borders].sort((a, b) => a - b);
  for (let i = 0; i + 1 < sorted.length; i++) {
    const text = words.slice(sorted[i], sorted[i + 1]);
    const here = ranges.filter(({ begin, end }) => begin <= sorted[i] && end >= sorted[i + 1]);
    if (here.length === 0) {
      target.append(text);
      continue;
    }
    const mark = target.appendChild(make('mark', [...new Set(here.map(({ kind }) => kind))].join(' '), text));
    const title = here.find((range) => range.title)?.title;
    if (title) mark.title = title;
  }
}

function sentenceElement({ pair, side, index, words }) {
  const line = make('span', 'sentence');
  if (data.evidence.has(`${pair}/${side}/${index}`)) {
    line.classList.add('evidence');
    const star = line.appendChild(make('span', 'star', '\u2605'));
    star.setAttribute('role', 'img');
    star.setAttribute('aria-label', 'in the summary');
  }
  const title = (data.findings.get(pair) ?? []).join('\n');
  const marks = (data.marks.get(pair) ?? [])
    .filter((mark) => mark.side === side && mark.sentence === index)
    .map((mark) => ({ ...mark, title: mark.kind === 'finding' ? title : '' }));
  paint(line, words, [...marks, ...hitsIn(words)]);
  return line;
}

function sideCell(row, className, sentences, lang) {
  const cell = cellOf(row, `side ${className}`);
  if (lang) cell.lang = lang;
  if (sentences.length === 0) {
    const none = cell.appendChild(make('span', 'none', 'no partner'));
    none.lang = 'en';
  }
  for (const sentence of sentences) cell.append(sentenceElement(sentence));
}

function aboutCell(row, unit, part, sizes) {
  const cell = cellOf(row, 'about');
  const pair = unit.first;
  cell.append(make('span', 'number', String(pair - data.documents[data.document[pair]].first + 1)));
  const score = data.scores[pair];
  const band = find.bands[pair];
  const words = score < 0 ? band : `${band} ${(score / 1000).toFixed(2)}`;
  cell.append(make('span', `badge score-${band.split(' ')[0]}`, words));
  const verdict = unit.verdicts[part];
  cell.append(make('span', `badge verdict-${verdict || 'open'}`, VERDICT_WORDS[verdict]));
  if (unit.count > 1) cell.append(make('span', 'badge changed', 'merged'));
  if (unit.cuts.length > 0) cell.append(make('span', 'badge changed', 'split'));
  cell.append(make('span', 'type', `${sizes[0]} : ${sizes[1]}`));
}

function notesCell(row, unit) {
  const notes = [];
  for (let pair = unit.first; pair < unit.first + unit.count; pair++) {
    for (const finding of data.findings.get(pair) ?? []) notes.push(make('span', 'note finding', finding));
    if (data.rejects.has(pair)) notes.push(make('span', 'note reject', `rule: ${data.rejects.get(pair)}`));
  }
  if (notes.length > 0) cellOf(row, 'notes').append(...notes);
}

function actionsCell(row, unit, part) {
  const cell = cellOf(row, 'actions');
  for (const { name, sign, words } of ACTIONS) {
    const button = cell.appendChild(make('button', '', sign));
    button.type = 'button';
    button.dataset.action = name;
    button.title = `${words} (${name[0]})`;
    button.setAttribute('aria-label', words);
    if (name === 'accept' || name === 'reject') {
      button.setAttribute('aria-pressed', String(unit.verdicts[part] === name));
    }
  }
}

function pairRow({ pair, part }) {
  const unit = unitOf(pair);
  const row = make('div', `row pair ${unit.verdicts[part] ? `is-${unit.verdicts[part]}` : ''}`);
  const [source, target] = partSentences(unit, part);
  const kind = data.kind[unit.first];
  aboutCell(row, unit, part, [source.length, target.length]);
  sideCell(row, 'source', source, kind.source);
  const links = cellOf(row, 'links');
  links.append(make('span', 'words', `${source.length} to ${target.length}`));
  sideCell(row, 'target', target, kind.target);
  actionsCell(row, unit, part);
  notesCell(row, unit);
  return row;
}

function documentRow(number) {
  const row = make('div', 'row document');
  const cell = cellOf(row, 'title');
  const { title, id, count } = data.documents[number];
  cell.append(make('b', '', title));
  if (title !== id) cell.append(make('span', 'id', id));
  cell.append(make('span', 'count', `${count} ${count === 1 ? 'pair' : 'pairs'}`));
  return row;
}

/** The element of a row as rowsToShow describes it. */
function rowElement(described, index) {
  const row = described.part === undefined ? documentRow(described.document) : pairRow(described);
  row.setAttribute('role', 'row');
  row.setAttribute('aria-rowindex', String(index + 1));
  row.dataset.index = index;
  return row;
}

function curve(svg, x1, y1, x2, y2) {
  const path = svg.appendChild(document.createElementNS(SVG, 'path'));
  const middle = (x1 + x2) / 2;
  path.setAttribute('d', `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`);
}

function endOf(svg, x, y) {
  const circle = svg.appendChild(document.createElementNS(SVG, 'circle'));
  circle.setAttribute('cx', x);
  circle.setAttribute('cy', y);
  circle.setAttribute('r', 4);
}

/** Draws what belongs to what, once the row has its size. Many to many meet in the middle. */
function drawLinks(row) {
  const cell = row.querySelector('.links');
  const box = cell?.getBoundingClientRect();
  if (!box || box.width < 20) return;
  cell.querySelector('svg')?.remove();
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
  const heights = (side) => [...row.querySelectorAll(`.${side} .sentence`)].map((line) => {
    const { top, height } = line.getBoundingClientRect();
    return Math.round(top + Math.min(12, height / 2) - box.top); // its first line
  });
  const from = heights('source');
  const to = heights('target');
  const width = Math.round(box.width);
  const hub = Math.round((Math.min(...from, ...to) + Math.max(...from, ...to)) / 2);
  if (from.length > 1 && to.length > 1) {
    for (const y of from) curve(svg, 0, y, width / 2, hub);
    for (const y of to) curve(svg, width / 2, hub, width, y);
    endOf(svg, width / 2, hub);
  } else {
    for (const y of from) for (const y2 of to) curve(svg, 0, y, width, y2);
    if (to.length === 0) for (const y of from) { curve(svg, 0, y, 14, y); endOf(svg, 16, y); }
    if (from.length === 0) for (const y of to) { curve(svg, width, y, width - 14, y); endOf(svg, width - 16, y); }
  }
  cell.append(svg);
}
