// A run of a thousand sessions can be read: pages stay short, and what is sought is found.
import assert from 'node:assert/strict';
import { assertAccessible, assertSound, go, open } from '../browser.mjs';

export default async function ({ context, link }) {
  const page = await open(context, link);
  await page.getByRole('heading', { name: 'Batches' }).waitFor();
  assert.ok((await page.locator('*').count()) < 20_000, 'the run page is bounded');
  await go(page, 'sessions');
  await page.getByText('1000 of 1000').waitFor();
  assert.equal(await page.getByRole('row').count(), 201);
  await page.getByRole('button', { name: 'Show 200 more' }).click();
  assert.equal(await page.getByRole('row').count(), 401);
  await page.getByLabel('Find').fill('Part 777');
  await page.getByText('1 of 1000').waitFor();
  await assertAccessible(page, 'a search');
  await page.getByRole('rowheader').getByRole('link').click();
  await page.getByRole('heading', { name: /Part 777/ }).waitFor();
  await go(page, 'plan');
  await page.getByText('The first 60 of 1000 phases.').waitFor();
  await go(page, 'timeline');
  await page.getByText('0 of 1000 sessions merged').waitFor();
  assertSound(page);
}
