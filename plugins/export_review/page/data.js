// SPDX-License-Identifier: Apache-2.0
// Reads the blocks of the page: what export_review packed, as columns by pair.

const SPACED = '\x1e'; // between two sentences of a side with a space between them
const JOINED = '\x1f'; // between two without
const MARKED = ['finding', 'figure', 'phrase']; // kinds of marks, as they are numbered
const ESCAPE = 126; // before a digit that stands for a character which HTML does not leave alone
const ESCAPED = [0, 13, 60, 126];

const data = {
  documents: [], // {id, title, facts, summary, first, count}; places are [pair, side, sentence]
  source: [],
  target: [],
  keys: [],
  scores: [], // thousandths, -1: none
  kind: [], // {source, target, method}: languages of the sides, who aligned
  document: [],
  findings: new Map(), // pair -> texts
  marks: new Map(), // pair -> [{side, sentence, begin, end, kind}]
  rejects: new Map(),
  reviews: new Map(),
  evidence: new Set(), // "pair/side/sentence"
  made: {},
};

/** The bytes that seven bits a character stand for; see packed.hpp. */
function bytesOf(text, size) {
  const bytes = new Uint8Array(size);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; at < size; i++) {
    let code = text.charCodeAt(i);
    if (code === ESCAPE) code = ESCAPED[text.charCodeAt(++i) - 48];
    bits = (bits << 7) | code; // older ones leave at the top, or with the byte's upper bits
    held += 7;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
  }
  return bytes;
}

function unpack(element) {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told where they are read.
  writer.write(bytesOf(element.textContent, Number(element.dataset.bytes))).catch(() => {});
  writer.close().catch(() => {});
  return new Response(stream.readable).text();
}

function addTo(map, pair, value) {
  const list = map.get(pair);
  if (list) list.push(value);
  else map.set(pair, [value]);
}

function addDocuments(head, base) {
  let first = base;
  head.documents.forEach((card, i) => {
    const count = head.counts[i];
    if (card.more) {
      data.documents.at(-1).count += count;
    } else {
      data.documents.push({ ...card, first, count });
      for (const { evidence } of card.summary) {
        for (const place of evidence) {
          if (Array.isArray(place)) data.evidence.add([first + place[0], place[1], place[2]].join('/'));
        }
      }
    }
    const number = data.documents.length - 1;
    for (let k = 0; k < count; k++) data.document.push(number);
    first += count;
  });
}

function addBlock(text) {
  const lines = text.split('\n');
  const head = JSON.parse(lines[0]);
  const base = data.source.length;
  const count = head.scores.length;
  addDocuments(head, base);
  const kinds = head.kinds.map(([source, target, method]) => ({ source, target, method }));
  for (let i = 0; i < count; i++) {
    data.source.push(lines[1 + i]);
    data.target.push(lines[1 + count + i]);
    data.keys.push(head.keys.slice(16 * i, 16 * i + 16));
    data.scores.push(head.scores[i]);
    data.kind.push(kinds[head.kind[i]]);
  }
  for (const [pair, finding] of head.findings) addTo(data.findings, base + pair, finding);
  for (const [pair, reason] of head.rejects) data.rejects.set(base + pair, reason);
  for (const [pair, word] of head.reviews) data.reviews.set(base + pair, word);
  for (let i = 0; i < head.marks.length; i += 6) {
    const [pair, side, sentence, begin, end, type] = head.marks.slice(i, i + 6);
    addTo(data.marks, base + pair, { side, sentence, begin, end, kind: MARKED[type] });
  }
}

/** Reads all blocks, in order, and takes their text out of the page; says when the first of several is there. */
async function readData(firstIsThere) {
  data.made = JSON.parse(document.getElementById('made').textContent);
  const blocks = [...document.querySelectorAll('script.block')];
  for (const [number, block] of blocks.entries()) {
    addBlock(await unpack(block));
    block.remove();
    if (number === 0 && blocks.length > 1) firstIsThere();
  }
}

/** The sentences of one side (0 source, 1 target) of a pair. */
function sentencesOf(pair, side) {
  const text = side === 0 ? data.source[pair] : data.target[pair];
  if (text === '') return [];
  return text.split(/[\x1e\x1f]/).map((words, index) => ({ pair, side, index, words }));
}

function sentenceCount(pair, side) {
  const text = side === 0 ? data.source[pair] : data.target[pair];
  if (text === '') return 0;
  let count = 1;
  for (const between of [SPACED, JOINED]) {
    for (let at = text.indexOf(between); at >= 0; at = text.indexOf(between, at + 1)) count++;
  }
  return count;
}

/** A side as the other exporters write it. */
function plainText(pair, side) {
  const text = side === 0 ? data.source[pair] : data.target[pair];
  return text.replaceAll(SPACED, ' ').replaceAll(JOINED, '');
}
