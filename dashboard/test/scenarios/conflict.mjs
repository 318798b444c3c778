// A branch does not merge: the person reads both sides and has the session rebase.
import assert from 'node:assert/strict';
import { go, open, reached } from '../browser.mjs';

export default async function ({ context, link }) {
  const page = await open(context, link);
  const gates = page.getByRole('list', { name: 'Open decisions' });
  await go(page, 'inbox');
  let conflicts = 0;
  while (conflicts === 0) {
    const gate = gates.getByRole('link').first();
    await gate.click();
    const kind = (await gate.locator('.kind').innerText()).trim();
    const title = await page.getByRole('article').getByRole('heading').innerText();
    if (kind === 'conflict') {
      conflicts++;
      const shown = await page.getByRole('region', { name: 'What the decision is about' }).innerText();
      assert.match(shown, /CHANGELOG\.md/);
      assert.match(shown, /<<<<<<<|>>>>>>>|\+- /, 'both sides are shown');
      await page.getByLabel('In words').fill('rebase');
      await page.getByRole('button', { name: 'Answer' }).click();
      await page.getByText(`${title}: answered`).waitFor();
    } else {
      await page.keyboard.press('a');
      await page.getByText(`${title}: approved`).waitFor();
    }
  }
  reached('answered');
}
