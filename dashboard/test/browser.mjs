// What the scenarios share: a browser, pages that report what goes wrong in them, axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium keeps its own sandbox; no background network. */
export function launch(folder) {
  return chromium.launchPersistentContext(`${folder}/profile-${process.pid}`, {
    executablePath: process.env.CHROMIUM,
    chromiumSandbox: true,
    viewport: { width: 1280, height: 800 },
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page of the dashboard. Whatever goes wrong in it ends the scenario. */
export async function open(context, link, { mayFail = () => false } = {}) {
  const page = await context.newPage();
  const own = new URL(link).origin;
  page.wrongs = [];
  page.on('pageerror', (error) => page.wrongs.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    page.wrongs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !mayFail(message.text())) {
      page.wrongs.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(own + '/') && !request.url().startsWith('data:')) {
      page.wrongs.push(`asked elsewhere: ${request.url()}`);
    }
  });
  await page.goto(link);
  return page;
}

export async function go(page, part) {
  await page.evaluate((hash) => (location.hash = hash), `#/${part}`);
}

export function assertSound(page) {
  assert.deepEqual(page.wrongs, []);
}

/** Everything that axe finds, of any weight. */
export async function assertAccessible(page, name) {
  const found = await page.evaluate(async (source) => {
    if (window.axe === undefined) (0, eval)(source);
    const result = await window.axe.run();
    return result.violations.map(
      (each) => `${each.impact} ${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(' ')}`,
    );
  }, axeSource);
  assert.deepEqual(found, [], `what axe finds on ${name}`);
}

/** Tells whoever started the scenario how far it is. */
export function reached(step) {
  console.log(`reached ${step}`);
}
