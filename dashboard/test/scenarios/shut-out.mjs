// Without the link, or with a wrong one, the page shows nothing of the run and says what to do.
import assert from 'node:assert/strict';
import { open } from '../browser.mjs';

export default async function ({ context, link }) {
  const mayFail = (text) => text.includes('401');
  for (const address of [new URL(link).origin + '/', link.replace(/token=.*/, 'token=' + '0'.repeat(64))]) {
    const page = await open(context, address, { mayFail });
    await page.getByText('signalbox dashboard').waitFor();
    assert.ok(!(await page.content()).includes('S-A'));
    assert.deepEqual(page.wrongs, []);
    await page.close();
  }
  // A page of another origin cannot ask, even if it knew the token.
  const page = await open(context, link);
  const token = link.replace(/.*token=/, '');
  const elsewhere = await context.newPage();
  await elsewhere.goto('data:text/html,<title>Elsewhere</title>');
  const told = await elsewhere.evaluate(
    async ([address, bearer]) => {
      try {
        return (await fetch(address, { headers: { Authorization: `Bearer ${bearer}` } })).status;
      } catch (error) {
        return String(error);
      }
    },
    [new URL(link).origin + '/api/run', token],
  );
  assert.match(String(told), /Failed to fetch/);
  await page.close();
}
