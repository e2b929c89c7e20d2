// The HTML around a page: its head, its policy, and the rendered tree.
import { createHash } from 'node:crypto';
import type { Assets } from './assets';
import { fontsShown } from './page-fonts';

export interface DocumentParts {
  readonly title: string;
  /** One line, for search engines; null for a document that they should leave alone. */
  readonly description: string | null;
  /** What its script is told: attributes `data-…` of the document. */
  readonly data: Readonly<Record<string, string>>;
  /** Runs before the first paint. */
  readonly script: string;
  /** Relative address of the site's folder. */
  readonly root: string;
  readonly assets: Assets;
  readonly body: string;
}

/**
 * No eval, no other origin, no inline script but the one in the head (early input, the reader's colours, growth), by its hash. Style attributes are KaTeX's and Vega's; style elements are
 * forbidden. Code generated for a model runs in workers loaded by address: this policy, being a meta tag, is the page's alone.
 */
export function contentSecurityPolicy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    `default-src 'none'`,
    `script-src 'self' 'sha256-${hash}'`,
    `worker-src 'self'`,
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`,
    `font-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

export function documentHtml({ title, description, data, script, root, assets, body }: DocumentParts): string {
  const told = Object.entries({ ...data, root }).map(([name, value]) => ` data-${name}="${escape(value)}"`);
  return `<!doctype html>
<html lang="en"${told.join('')}>
<head>
<meta charset="utf-8">
${assets.kind === 'built' ? `<meta http-equiv="Content-Security-Policy" content="${escape(contentSecurityPolicy(script))}">\n` : ''}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
${description === null ? '<meta name="robots" content="noindex">' : `<meta name="description" content="${escape(description)}">`}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${escape(root)}icon.svg" type="image/svg+xml">
<script>${script}</script>
${earlyTags(assets, body).join('\n')}
</head>
<body>
<div id="root">${body}</div>
${lateTags(assets).join('\n')}
</body>
</html>
`;
}

/** What a page needs to be read. */
function earlyTags(assets: Assets, body: string): readonly string[] {
  switch (assets.kind) {
    case 'development':
      return [];
    case 'built':
      return [
        ...fontsShown(body, assets.fonts).map(
          (file) => `<link rel="preload" href="${escape(file)}" as="font" type="font/woff2" crossorigin>`,
        ),
        ...assets.styles.map((file) => `<link rel="stylesheet" href="${escape(file)}">`),
      ];
  }
}

/** What makes it answer, asked for when the whole text has come: on a slow line the text is not kept waiting. */
function lateTags(assets: Assets): readonly string[] {
  switch (assets.kind) {
    case 'development':
      return [`<script type="module" src="${escape(assets.entry)}"></script>`];
    case 'built':
      return [
        ...assets.preloads.map((file) => `<link rel="modulepreload" href="${escape(file)}">`),
        `<script type="module" src="${escape(assets.entry)}"></script>`,
      ];
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
