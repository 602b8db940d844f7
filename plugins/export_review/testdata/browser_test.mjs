// SPDX-License-Identifier: Apache-2.0
// What a reviewer does, in Chromium, on the page that export_review_test.cpp makes: two documents of 4 and 500 pairs.
//   node browser_test.mjs FOLDER-WITH-NODE_MODULES PAGE
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , tools, page] = process.argv;
const require = createRequire(`${tools}/`);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], timeout: 120000 });
const complaints = [];

async function open(context) {
  const tab = await context.newPage();
  tab.setDefaultTimeout(60000); // of a machine with other work
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(error.stack));
  tab.on('request', (request) => request.url().startsWith('file:') || request.url().startsWith('blob:') || complaints.push(request.url()));
  await tab.goto(pathToFileURL(page).href);
  await ready(tab);
  return tab;
}
const ready = (tab) => tab.waitForSelector('html[data-ready]', { state: 'attached' });
const press = async (tab, keys) => { for (const key of keys) await tab.keyboard.press(key); };
const told = (tab) => tab.textContent('#decided');
const current = (tab) => tab.textContent('.row.current .source');

/** What axe-core says against the page, with keyboards and screen readers in mind. */
async function judge(tab, where, part = 'html') {
  if (!await tab.evaluate(() => 'axe' in globalThis)) await tab.evaluate(axe);
  const { violations } = await tab.evaluate((selector) => globalThis.axe.run(selector), part);
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
  assert.deepEqual(said, [], where);
}

async function shows(tab) {
  assert.equal(await tab.getAttribute('#rows', 'aria-rowcount'), '506');
  assert.ok(await tab.locator('.row').count() < 60, 'only rows in sight are elements');
  const row = tab.locator('.row.pair').first();
  assert.equal(await row.locator('.source').getAttribute('lang'), 'en');
  assert.equal(await row.locator('.target').getAttribute('lang'), 'zh-Hans');
  assert.deepEqual(await row.locator('mark.finding').allTextContents(), ['2021', '2001']);
  assert.equal(await row.locator('.note.finding').textContent(), 'number: 2021 / 2001');
  assert.equal(await row.locator('.evidence .star').count(), 1);
  assert.match(await row.locator('.badge').first().textContent(), /^high 0\.90$/);
  assert.equal(await tab.locator('.row.document b').first().textContent(), 'Ferry & <i>rain</i>');
  assert.equal(await tab.locator('.row.pair').nth(1).locator('.source .sentence').nth(1).textContent(), 'We <b>stayed</b>.');
  assert.equal(await tab.locator('.row.pair').nth(1).locator('path').count(), 4, 'two to two are drawn');
  assert.equal(await tab.locator('.row.pair').nth(2).locator('path').count(), 2, 'two to one are drawn');
  assert.equal(await tab.locator('#card li').first().textContent(), 'The ferry left in 2021.');
}

async function finds(tab) {
  await tab.fill('#search', '日志第49 ROW');
  assert.match(await told(tab), /, 11 shown$/, '49 and 490 to 499, in both languages at once');
  assert.ok(await tab.locator('mark.hit').count() > 0);
  await tab.fill('#search', '');
  await tab.check('#facets input[value=number]');
  assert.match(await told(tab), /, 1 shown$/);
  await tab.click('#clear');
  await tab.check('#facets input[value="target only"]');
  assert.match(await told(tab), /, 1 shown$/);
  await tab.uncheck('#facets input[value="target only"]');
  await tab.check('#facets input[value=low]');
  assert.match(await told(tab), /, 2 shown$/);
  await tab.click('#clear');
  await tab.selectOption('#documents', '1');
  assert.match(await told(tab), /, 500 shown$/);
  await tab.selectOption('#documents', '0');
  assert.match(await told(tab), /, 4 shown$/);
  await tab.click('#clear');
  await tab.locator('#list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await tab.waitForSelector('text=Row 499 of the harbour log.');
  await tab.locator('#card li button').first().click();
  assert.match(await current(tab), /The ferry left/);
}

async function decides(tab) {
  await tab.locator('#list').focus();
  await press(tab, 'a'); // the first pair, and on
  assert.match(await current(tab), /It rained/);
  await press(tab, 's');
  await tab.click('#split-do'); // 1 : 1 and 1 : 1
  assert.equal(await tab.locator('.row.current .sentence').count(), 2);
  await press(tab, 'ar');
  assert.match(await told(tab), /^3 of 505 decided/);
  await press(tab, 'm'); // 2 : 1 with 0 : 1
  assert.equal(await tab.locator('.row.current .sentence').count(), 4);
  await press(tab, 'u');
  assert.equal(await tab.locator('.row.current .sentence').count(), 3);
  await press(tab, 'm');
  await press(tab, 'm'); // nothing follows in this document
  assert.equal(await tab.textContent('#status'), 'Nothing follows in this document.');
  await press(tab, 'jr'); // the first row of the other document
  await press(tab, 'u');
  await press(tab, 'kkk');
  assert.match(await current(tab), /It rained/);
  assert.match(await told(tab), /^3 of 504 decided/);
  await tab.check('#facets input[value=reject]');
  assert.match(await told(tab), /, 2 shown$/, 'both parts of the unit with a rejected one');
  await tab.click('#clear');
}

async function download(tab) {
  const [file] = await Promise.all([tab.waitForEvent('download'), tab.click('#download')]);
  return readFileSync(await file.path(), 'utf8');
}

async function keeps(tab) {
  const before = await download(tab);
  await tab.reload();
  await ready(tab);
  assert.match(await told(tab), /^3 of 504 decided/);
  assert.equal(await download(tab), before);
  const lines = before.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines[0]['weft-review'], 1);
  assert.deepEqual(lines.slice(1).map(({ document, pairs, cuts, verdicts }) => [document, pairs.length, cuts, verdicts]), [
    ['ferry<i>.txt', 1, [], ['accept']],
    ['ferry<i>.txt', 1, [[1, 1]], ['accept', 'reject']],
    ['ferry<i>.txt', 2, [], ['']],
  ]);
  return before;
}

async function takesOver(decisions) {
  const context = await browser.newContext();
  const tab = await open(context);
  assert.match(await told(tab), /^0 of 504 decided/);
  const file = join(dirname(page), 'decisions.jsonl');
  writeFileSync(file, decisions + '{"document":"gone.txt","pairs":["00"],"cuts":[],"verdicts":["accept"]}\n');
  await tab.setInputFiles('#file', file);
  await tab.waitForFunction(() => document.getElementById('status').textContent.includes('taken over'));
  assert.equal(await tab.textContent('#status'), '3 decisions taken over; 1 are of pairs that are not here.');
  assert.equal(await download(tab), decisions);
  await context.close();
}

async function isAccessible(tab) {
  for (const theme of ['light', 'dark']) {
    await tab.click('#theme');
    assert.equal(await tab.textContent('#theme'), `Theme: ${theme}`);
    await judge(tab, theme);
  }
  await press(tab, '?');
  await judge(tab, 'help', '#help');
  await press(tab, ['Escape']);
  await tab.locator('#list').focus();
  await press(tab, 's');
  await judge(tab, 'split', '#split');
  await press(tab, ['Escape']);
  await tab.setViewportSize({ width: 380, height: 800 });
  await tab.reload();
  await ready(tab);
  await judge(tab, 'narrow');
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
}

try {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const tab = await open(context);
  await shows(tab);
  await finds(tab);
  await decides(tab);
  const decisions = await keeps(tab);
  await takesOver(decisions);
  await isAccessible(tab);
  assert.deepEqual(complaints, []);
} finally {
  await browser.close();
}
