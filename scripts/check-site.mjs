// npm run check:site: what can go wrong with the built site, in one command.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { basePath, readOptions } from './lib/options.mjs';
import { checkSite } from './lib/site-check.mjs';
import { budget, kilobytes } from './lib/site-check/weights.mjs';
import { site } from './lib/tree.mjs';

const help = `
Checks the site in dist/ without a browser: every link, asset and anchor is there, nothing is asked of another origin, every page
carries its policy, and no page is too heavy (gzipped, fonts apart: ${kilobytes(budget.read)} to be read, ${kilobytes(budget.live)} with a live figure).
Prints what each page weighs and a line for each fault; the exit status is 1 if there is one.

  npm run check:site [-- options]

  --base /course/   the folder of the host that the site was built for (default /)
  --help            this text
`;

const { base = '/' } = readOptions(help, { base: { type: 'string', convert: basePath } });
if (!existsSync(join(site, 'index.html'))) {
  console.error('There is no site in dist/ yet: npm run build makes it.');
  process.exit(1);
}
const { files, weights, complaints } = checkSite(site, base);
const columns = ['html', 'css', 'read', 'js', 'figure', 'live'];
const isEmbed = ({ page }) => page.startsWith('embed/');
const embeds = weights.filter(isEmbed).sort((a, b) => b.live - a.live);
// Of embedded figures, which are many, the heaviest stands for all.
const shown = [...weights.filter((weight) => !isEmbed(weight)), ...embeds.slice(0, 1)];
console.log(['KB gzipped'.padEnd(40), ...columns.map((name) => name.padStart(7))].join(' '));
for (const weight of shown)
  console.log(
    [
      weight.page.replace('/index.html', '/').padEnd(40),
      ...columns.map((name) => (weight[name] / 1000).toFixed(1).padStart(7)),
    ].join(' '),
  );
console.log(
  `read = html + css; live = read + js + figure (drawing code and one plan). ${files} files, ${embeds.length} embedded figures.`,
);
for (const complaint of complaints) console.error(complaint);
console.log(complaints.length === 0 ? 'The site is sound.' : `${complaints.length} faults.`);
process.exit(complaints.length === 0 ? 0 : 1);
