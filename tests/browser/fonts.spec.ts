// Typefaces are asked for with the text that is set in them: none comes late and moves it, none comes for nothing.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { pages, test } from './site';

interface Fonts {
  /** Files that the document asks for at once. */
  readonly preloaded: readonly string[];
  /** Files of the faces that its text is set in. */
  readonly used: readonly string[];
}

async function fontsOf(page: Page): Promise<Fonts> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const name = (address: string): string => new URL(address, document.baseURI).pathname.split('/').pop() ?? '';
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="font"]');
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule);
    const used = rules.flatMap(({ style, parentStyleSheet }) => {
      const told = (property: string): string => style.getPropertyValue(property).replaceAll(/["'\s]/g, '');
      const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
      const face = [...document.fonts].find(
        (one) =>
          one.family.replaceAll(/["'\s]/g, '') === told('font-family') &&
          one.style === (told('font-style') || 'normal') &&
          one.unicodeRange.replaceAll(/\s/g, '').toLowerCase() ===
            (told('unicode-range') || 'U+0-10FFFF').toLowerCase() &&
          one.weight.replaceAll(/\s/g, '') === (told('font-weight') || 'normal'),
      );
      return address === undefined || face?.status !== 'loaded'
        ? []
        : [name(new URL(address, parentStyleSheet?.href ?? document.baseURI).href)];
    });
    return { preloaded: [...links].map(({ href }) => name(href)), used };
  });
}

for (const path of pages)
  test(`/${path}`, async ({ browser }) => {
    // As it comes, before a script draws anything more.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(path);
    const { preloaded, used } = await fontsOf(page);
    expect([...preloaded].sort()).toEqual([...used].sort());
    await context.close();
  });
