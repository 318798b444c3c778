// A person approves the table by keyboard, answers by click, rejects with a reason, and watches.
import assert from 'node:assert/strict';
import { assertSound, go, open, reached } from '../browser.mjs';

export default async function ({ context, link }) {
  const page = await open(context, link);
  assert.ok(!page.url().includes('token'), 'the token is out of the address');
  await page.getByRole('link', { name: /Start run/ }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'Start run gift-cards-1?' }).waitFor();
  assert.match(await page.getByRole('region', { name: 'What the decision is about' }).innerText(), /S-A/);
  await page.keyboard.press('a');
  await page.getByText('Start run gift-cards-1?: approved').waitFor();
  // The next question never takes the place of the one that was decided: a key more would hit it.
  await page.getByText('Choose one').waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: /commands/ }).waitFor();
  await page.keyboard.press('a');
  await page.getByText(/commands.*: approved/).waitFor();

  // Plan mode: rejected with a reason, revised, approved.
  await page.getByRole('link', { name: /^plan S-A/ }).click();
  await page.getByRole('heading', { name: 'S-A shows its plan' }).waitFor();
  await page.keyboard.press('x');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Make them green.');
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.getByText(/: rejected/).waitFor();
  await page.getByRole('link', { name: /^plan S-A/ }).click();
  await page.getByText('Revised: Make them green.').waitFor();
  await page.keyboard.press('a');
  await page.getByText('S-A shows its plan: approved').waitFor();
  await page.getByRole('link', { name: /^plan S-C/ }).click();
  await page.getByText('Four groups of four digits').waitFor();
  await page.keyboard.press('a');
  await page.getByText('S-C shows its plan: approved').waitFor();

  // A question is answered on the session's own page.
  await go(page, 'sessions/S-B');
  await page.getByRole('radio', { name: 'The product' }).check();
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.getByText(/: answered/).waitFor();
  await page.getByLabel('Tell its agent').fill('Use cents.');
  await page.getByRole('button', { name: 'Tell' }).click();
  await page.getByText('Heard: Use cents.').waitFor();
  reached('told');

  // The rest of the run goes by while the page watches.
  await go(page, 'inbox');
  await page.getByRole('link', { name: /^checkpoint/ }).click();
  await page.keyboard.press('a');
  await page.getByRole('status').filter({ hasText: 'connection lost' }).waitFor();
  assertSound({ wrongs: page.wrongs.filter((wrong) => !wrong.includes('ERR_CONNECTION_REFUSED')) });
}
