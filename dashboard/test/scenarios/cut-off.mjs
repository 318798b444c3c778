// The engine is killed and started again: the page says so, comes back by itself, and is right.
import assert from 'node:assert/strict';
import { go, open, reached } from '../browser.mjs';

export default async function ({ context, link }) {
  const page = await open(context, link);
  await page.getByText('live', { exact: true }).waitFor();
  await go(page, 'sessions');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'S-A', exact: true }) });
  await row.getByText('Awaiting a decision').waitFor();
  reached('live');
  await page.getByText('connection lost').waitFor();
  assert.ok(await row.isVisible(), 'what was known stays');
  reached('lost');
  await page.getByText('live', { exact: true }).waitFor();
  await row.getByText('Merged').waitFor();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('link', { name: /S-A/ }).waitFor({ state: 'detached' });
}
