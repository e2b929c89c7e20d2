// What the tests of presenter mode share.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { lessonSteps } from '../app/presenter/lesson-steps';

/** The least projector. */
export const projector = { width: 1280, height: 720 };

export const place = (page: Page) => page.locator('.presenter-place');
export const step = (page: Page): string | null => new URL(page.url()).searchParams.get('step');
export const inPresenter = (page: Page) => expect(page.getByRole('navigation', { name: 'Presenter' })).toBeVisible();

/** On to the step of that name, by its number in the overview's way. */
export async function goTo(page: Page, slug: string, id: string): Promise<void> {
  const { steps } = await lessonSteps(slug);
  const number = steps.findIndex((one) => one.id === id) + 1;
  await page.keyboard.press('o');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect.poll(() => step(page)).toBe(id);
}
