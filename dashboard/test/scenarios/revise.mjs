// A person changes agent, permission and merge order in the table before approving it; another
// browser has the old one open, and its approval of that counts for nothing.
import assert from 'node:assert/strict';
import { assertAccessible, assertSound, go, open, reached } from '../browser.mjs';

export default async function ({ context, link }) {
  const one = await open(context, link);
  const other = await open(context, link);
  for (const page of [one, other]) {
    await go(page, 'inbox');
    await page.getByRole('heading', { name: 'Start run gift-cards-1?' }).waitFor();
  }
  // The other approves what is shown there; its word is held up on the way.
  let release = () => {};
  const held = new Promise((resolve) => (release = resolve));
  await other.route('**/api/decide', async (route) => {
    await held;
    await route.continue();
  });
  await other.getByRole('button', { name: 'Approve' }).click();

  // All of it by keyboard.
  const first = new URL(one.url()).hash;
  await one.getByRole('button', { name: 'Change the table' }).focus();
  await one.keyboard.press('Enter');
  const agent = one.getByLabel('Agent of 1A');
  await agent.waitFor();
  await assertAccessible(one, 'the table that is changed');
  // While the form is open no letter decides.
  await one.getByRole('button', { name: 'Change the table' }).press('a');
  await agent.focus();
  await agent.selectOption('understudy');
  assert.ok(
    await one.getByLabel('Launch mode of 1A').locator('option[value=ask]').isDisabled(),
    'what the agent cannot do cannot be chosen',
  );
  await one.getByRole('button', { name: '1B earlier' }).press('Enter');
  await one.getByText('1B merges as number 1 of batch 1').waitFor();
  await one.getByRole('button', { name: 'Revise the table' }).press('Enter');
  await one.getByText('It was revised').waitFor();
  const shown = one.getByRole('region', { name: 'What the decision is about' });
  await shown.getByText(/Revised by .*: 1A agent scripted -> understudy; 1B merges before 1A/).waitFor();
  assert.notEqual(new URL(one.url()).hash, first, 'it is another gate');
  assert.equal(await one.getByLabel('Agent of 1A').count(), 0, 'the form is closed');
  await assertAccessible(one, 'the revised table');

  release();
  await other.getByText(/Not decided: it has changed since you read it/).waitFor();
  await other.getByRole('link', { name: /^table/ }).click();
  await other.getByText(/Revised by/).waitFor();
  // What is decided already cannot be changed.
  await other.getByRole('button', { name: 'Change the table' }).click();
  await other.getByLabel('Launch mode of 1B').selectOption('ask');
  await other.route('**/api/revise', async (route) => {
    await one.getByRole('button', { name: 'Approve' }).click();
    await one.getByText('Start run gift-cards-1?: approved').waitFor();
    await route.continue();
  });
  await other.getByRole('button', { name: 'Revise the table' }).click();
  await other.getByText(/Not revised: .* decided before you/).waitFor();

  await one.getByRole('link', { name: /^commands/ }).click();
  await one.getByRole('button', { name: 'Approve' }).click();
  await go(one, 'sessions/S-A');
  await one.getByText('understudy').first().waitFor();
  await one.getByText('Session started').first().waitFor();
  reached('started');
  assertSound(one);
  assertSound(other);
}
