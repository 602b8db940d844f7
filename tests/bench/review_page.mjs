// SPDX-License-Identifier: Apache-2.0
// Opens a review page in Chromium and tells how long it takes to be ready, to search and to decide.
//   node review_page.mjs FOLDER-WITH-NODE_MODULES PAGE
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , tools, page] = process.argv;
const { chromium } = createRequire(`${tools}/`)('playwright-core');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => `${Math.round(value)} ms`;

/** Milliseconds of CPU that the page's main thread has used so far: what a loaded machine does not blur. */
async function used(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Time from opening the page until there are rows, and until it can be used. */
async function load() {
  const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const start = performance.now();
  await tab.goto(pathToFileURL(page).href);
  await tab.waitForSelector('.row.pair', { state: 'attached' });
  const rows = { time: performance.now() - start, cpu: await used(session) };
  await tab.waitForSelector('html[data-ready]', { state: 'attached' });
  return { tab, session, rows, time: performance.now() - start, cpu: await used(session) };
}

/** Time in the page from a changed search to the rows drawn. */
const search = (tab, words) => tab.evaluate((text) => {
  const input = document.getElementById('search');
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input'));
  document.getElementById('rows').getBoundingClientRect();
  return { time: performance.now() - start, shown: document.getElementById('decided').textContent };
}, words);

const key = (tab, name) => tab.evaluate((pressed) => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
  document.getElementById('rows').getBoundingClientRect();
  return performance.now() - start;
}, name);

const loads = [];
for (let i = 0; i < 5; i++) {
  await loads.at(-1)?.tab.close();
  loads.push(await load());
}
const { tab: last, session } = loads.at(-1);
console.log(`first rows: median of 5 ${ms(median(loads.map(({ rows }) => rows.time)))}, main thread ${ms(median(loads.map(({ rows }) => rows.cpu)))} of CPU`);
console.log(`load: median of 5 ${ms(median(loads.map(({ time }) => time)))}, main thread ${ms(median(loads.map(({ cpu }) => cpu)))} of CPU`);
const first = await search(last, 'e');
console.log(`first search, texts folded on the way: ${ms(first.time)}`);
for (const words of ['the', '时候', 'zqx', 'water 水']) {
  const runs = [];
  const cpu = [];
  let shown = '';
  for (let i = 0; i < 5; i++) {
    await search(last, '');
    const before = await used(session);
    const { time, shown: told } = await search(last, words);
    cpu.push(await used(session) - before);
    runs.push(time);
    shown = told;
  }
  console.log(`search "${words}": median of 5 ${ms(median(runs))}, main thread ${ms(median(cpu))} of CPU (${shown.split(', ').at(-1)})`);
}
await search(last, '');
for (const name of ['j', 'a', 'm', 'u']) console.log(`key ${name}: ${ms(await key(last, name))}`);
const memory = await last.evaluate(() => performance.memory?.usedJSHeapSize);
if (memory) console.log(`heap: ${Math.round(memory / 1e6)} MB`);
await browser.close();
