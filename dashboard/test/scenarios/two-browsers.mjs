// Two people have the same question open: one decides, the other sees that and decides nothing.
import { assertSound, go, open, reached } from '../browser.mjs';

export default async function ({ context, link }) {
  const one = await open(context, link);
  const other = await open(context, link);
  for (const page of [one, other]) {
    await go(page, 'inbox');
    await page.getByRole('link', { name: /^question S-A/ }).click();
    await page.getByRole('heading', { name: 'S-A asks' }).waitFor();
  }
  // The other has read it, and is asked to wait: its connection is held up on the way.
  let release = () => {};
  const held = new Promise((resolve) => (release = resolve));
  await other.route('**/api/decide', async (route) => {
    await held;
    await route.continue();
  });
  await other.getByRole('radio', { name: 'The sum' }).check();
  await other.getByRole('button', { name: 'Answer' }).click();
  await one.getByRole('radio', { name: 'The product' }).check();
  await one.getByRole('button', { name: 'Answer' }).click();
  await one.getByText('S-A asks: answered').waitFor();
  release();
  await other.getByText(/decided before you/).waitFor();
  reached('decided');
  assertSound(one);
  assertSound(other);
}
