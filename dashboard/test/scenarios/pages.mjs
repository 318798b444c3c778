// Every page, light and dark: axe finds nothing, and pictures are taken of the main ones.
import { assertAccessible, assertSound, go, open } from '../browser.mjs';

const PAGES = [
  ['run', '', 'Batches'],
  ['inbox', 'inbox', 'asks'],
  ['sessions', 'sessions', 'Sessions'],
  ['session', 'sessions/S-B', 'Transcript'],
  ['plan', 'plan', 'Pairs'],
  ['timeline', 'timeline', 'What ran in parallel'],
  ['reviews', 'reviews', 'Nothing was reviewed yet'],
  ['feedback', 'feedback', 'Nothing came in'],
  ['costs', 'costs', 'so far'],
  ['runs', 'runs', 'gift-cards-1'],
];

export default async function ({ context, link, folder }) {
  const page = await open(context, link);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, part, seen] of PAGES) {
      await go(page, part);
      await page.locator('main').getByText(seen).first().waitFor();
      await assertAccessible(page, `${name}, ${scheme}`);
      await page.screenshot({ path: `${folder}/${name}-${scheme}.png` });
    }
  }
  // By keyboard alone: a line of the graph says why.
  await go(page, 'plan');
  await page.getByRole('button', { name: /1A and 2A/ }).first().focus();
  await page.getByRole('region', { name: 'Why' }).getByText('one after the other').waitFor();
  // On a phone.
  await page.setViewportSize({ width: 390, height: 800 });
  for (const [name, part, seen] of PAGES) {
    await go(page, part);
    await page.locator('main').getByText(seen).first().waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    if (isWide) throw new Error(`${name} is wider than a phone`);
  }
  assertSound(page);
}
