// The pages of the site by their addresses below its folder; '' is the front page.
import { readdirSync } from 'node:fs';

export function sitePages(): readonly string[] {
  return readdirSync('content')
    .filter((name) => name.endsWith('.mdx') && name !== '404.mdx')
    .map((name) => (name === 'index.mdx' ? '' : name.replace(/\.mdx$/, '/')));
}
