// node run.mjs SCENARIO LINK FOLDER: plays a scenario in a browser; exit code 0 if all of it held.
import { launch } from './browser.mjs';

const [name, link, folder] = process.argv.slice(2);
const { default: scenario } = await import(`./scenarios/${name}.mjs`);
const context = await launch(folder);
context.setDefaultTimeout(30_000);
try {
  await scenario({ context, link, folder });
  console.log('held');
} catch (error) {
  console.log(error);
  for (const page of context.pages()) {
    console.log(`at ${page.url().replace(/token=.*/, 'token')}: ${page.wrongs ?? ''}`);
    console.log(await page.locator('body').innerText().catch(() => ''));
  }
  process.exitCode = 1;
} finally {
  await context.close();
}
