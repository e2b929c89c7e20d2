// What `npm run check:site` says of the built site: links, anchors, other origins, policies and weights.
import { expect, test } from '@playwright/test';
import { checkSite } from '../../scripts/lib/site-check.mjs';

test('the built site is sound', () => {
  expect(checkSite('dist').complaints).toEqual([]);
});
