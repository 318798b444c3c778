// A session of 10,000 entries, full of text that would like to be markup, is read by pages.
import assert from 'node:assert/strict';
import { assertAccessible, assertSound, go, open } from '../browser.mjs';

export default async function ({ context, link }) {
  const page = await open(context, link);
  await go(page, 'sessions/S-A');
  const entries = page.locator('ol.transcript > li');
  await page.getByText('line 10000 of a flood').waitFor();
  const before = await entries.count();
  assert.ok(before <= 400, `a page and what came since, found ${before} entries`);
  await page.getByRole('button', { name: /earlier of/ }).click();
  await assert.doesNotReject(entries.nth(before + 199).waitFor());
  const first = await entries.first().innerText();
  assert.match(first, /line \d+ of a flood/);

  await go(page, 'sessions/S-B');
  const hostile = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 2">';
  await page.locator('ol.transcript').getByText(hostile).waitFor();
  assert.equal(await page.locator('ol.transcript script, ol.transcript img').count(), 0);
  await go(page, 'inbox');
  await page.getByRole('link', { name: /^question S-A/ }).click();
  await page.getByRole('region', { name: 'What the decision is about' }).getByText('<svg onload=').waitFor();
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  await assertAccessible(page, 'the inbox');
  assertSound(page);
}
