// SPDX-License-Identifier: Apache-2.0
// What stands beside the list: filters, the current document, the dialog that splits.

const FACET_TITLES = { score: 'Score', finding: 'Findings', rejected: 'Rules against it', type: 'Sentences', decision: 'Decision' };

function choice(facet, value, words, count, changed) {
  const label = make('label', 'choice');
  const box = label.appendChild(make('input'));
  box.type = 'checkbox';
  box.dataset.facet = facet;
  box.value = value;
  box.addEventListener('change', () => {
    if (box.checked) find.wanted[facet].add(value);
    else find.wanted[facet].delete(value);
    changed();
  });
  label.append(make('span', 'words', words));
  if (count !== undefined) label.append(make('span', 'count', String(count)));
  return label;
}

function facetField(facet, choices, changed) {
  const field = make('fieldset');
  field.append(make('legend', '', FACET_TITLES[facet]));
  for (const [value, words, count] of choices) field.append(choice(facet, value, words, count, changed));
  return field;
}

/** Builds the filters out of what is on the page; `changed` is called when one is set. */
function buildFilters(changed) {
  const counts = facetCounts();
  const place = document.getElementById('facets');
  const order = { score: BANDS.map(({ name }) => name), type: ['1 : 1', '1 : n', 'n : 1', 'n : m', 'source only', 'target only'] };
  for (const facet of ['score', 'finding', 'rejected', 'type']) {
    const values = order[facet] ?? [...counts[facet].keys()].sort();
    const choices = values.filter((value) => counts[facet].has(value)).map((value) => [value, value, counts[facet].get(value)]);
    if (choices.length > 0) place.append(facetField(facet, choices, changed));
  }
  const decisions = ['open', 'accept', 'reject'].map((value) => [value, VERDICT_WORDS[value] ?? value]);
  place.append(facetField('decision', decisions, changed));
  const documents = document.getElementById('documents');
  data.documents.forEach(({ title, count }, number) => {
    documents.append(new Option(`${title} (${count})`, String(number)));
  });
  documents.addEventListener('change', () => {
    find.document = Number(documents.value);
    changed();
  });
}

function clearFilters() {
  for (const wanted of Object.values(find.wanted)) wanted.clear();
  for (const box of document.querySelectorAll('#facets input')) box.checked = false;
  find.document = -1;
  document.getElementById('documents').value = '-1';
  find.words = [];
  document.getElementById('search').value = '';
}

const KEY_WORDS = (key) => key.replaceAll('-', ' ');

/** Words that lead to the pair they were read from. */
function leadTo(pair, words, jump) {
  const button = make('button', 'quiet', words);
  button.type = 'button';
  button.addEventListener('click', () => jump(pair));
  return button;
}

function summaryOf(card, jump) {
  const out = [];
  for (const { lang, evidence } of card.summary) {
    const points = make('ol');
    points.lang = lang;
    for (const place of evidence) {
      const point = points.appendChild(make('li'));
      if (!Array.isArray(place)) {
        point.append(place);
        continue;
      }
      const words = sentencesOf(card.first + place[0], place[1])[place[2]]?.words ?? '';
      point.append(leadTo(card.first + place[0], words, jump));
    }
    out.push(points);
  }
  return out;
}

/** Shows a document beside its pairs: title, summary, facts. `jump` goes to a pair. */
function showCard(number, jump) {
  const place = document.getElementById('card');
  if (place.dataset.document === String(number)) return;
  place.dataset.document = number;
  place.scrollTop = 0;
  const card = data.documents[number];
  place.replaceChildren(make('h2', '', card.title));
  if (card.title !== card.id) place.append(make('p', 'id', card.id));
  if (card.summary.length > 0) {
    place.append(make('h3', '', 'Summary'), ...summaryOf(card, jump));
  }
  if (card.facts.length === 0) return;
  const facts = make('dl');
  const groups = new Map();
  for (const [key, value, place] of card.facts) {
    addTo(groups, key, place ? leadTo(card.first + place[0], value, jump) : value);
  }
  for (const [key, values] of groups) {
    const group = facts.appendChild(make('div'));
    group.append(make('dt', '', KEY_WORDS(key)));
    for (const value of values) group.appendChild(make('dd')).append(value);
  }
  place.append(make('h3', '', 'Facts'), facts);
}

// ---- splitting ----

function sideChoices(side, sentences, lang, moved) {
  const field = make('fieldset');
  field.append(make('legend', '', side === 0 ? 'Source' : 'Target'));
  for (let end = 0; end <= sentences.length; end++) {
    const label = field.appendChild(make('label', 'choice'));
    const box = label.appendChild(make('input'));
    box.type = 'radio';
    box.name = `split-${side}`;
    box.value = end;
    box.checked = end === Math.floor(sentences.length / 2);
    box.addEventListener('change', moved);
    const words = label.appendChild(make('span', 'words', end === 0 ? 'before the first sentence' : `behind: ${sentences[end - 1].words}`));
    if (end > 0 && lang) words.lang = lang;
  }
  return field;
}

/** Asks where to cut a part; calls `done(source, target)` with how many sentences go before the cut. */
function askSplit(pair, part, done) {
  const dialog = document.getElementById('split');
  const unit = unitOf(pair);
  const sides = partSentences(unit, part);
  const kind = data.kind[unit.first];
  const chosen = () => [0, 1].map((side) => Number(dialog.querySelector(`input[name=split-${side}]:checked`).value));
  const moved = () => {
    const [s, t] = chosen();
    const empty = s + t === 0 || (s === sides[0].length && t === sides[1].length);
    dialog.querySelector('#split-do').disabled = empty;
    dialog.querySelector('#split-hint').textContent = empty ? 'Both parts need a sentence.' :
      `${s} : ${t} and ${sides[0].length - s} : ${sides[1].length - t} sentences`;
  };
  dialog.querySelector('.sides').replaceChildren(
    sideChoices(0, sides[0], kind.source, moved), sideChoices(1, sides[1], kind.target, moved));
  moved();
  dialog.returnValue = '';
  dialog.onclose = () => dialog.returnValue === 'split' && done(...chosen());
  dialog.showModal();
}
