// Routes through the lecture: every step they name exists, in the order of its page, and the minutes are those they claim.
import { describe, expect, test } from 'vitest';
import { minutesBefore, neighboursIn, routeLengths, routes } from '../../../src/app/presenter/routes';
import { readContents } from '../../../scripts/vite/contents';
import { lessonSteps } from './lesson-steps';

const lessons = readContents('content').filter(({ kind }) => kind === 'lesson');

describe.each(routeLengths)('the route of %i minutes', (length) => {
  const route = routes[length];

  test('its minutes add up to its name', () => {
    expect(route.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length);
  });

  test('it goes through the whole lecture in order, but for the appendix', () => {
    expect(route.map(({ page }) => page)).toEqual(lessons.map(({ slug }) => slug).slice(0, -1));
  });

  test.each(route)(
    '$page: steps that exist, in order, none without its answer, in a time that can be kept',
    async (stop) => {
      const { steps } = await lessonSteps(stop.page);
      const places = stop.steps.map((id) => steps.findIndex((step) => step.id === id));
      expect(stop.steps.filter((_, k) => places[k] === -1)).toEqual([]);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const id of stop.steps)
        if (id.includes('.question')) expect(stop.steps).toContain(id.replace('.question', '.answer'));
      expect(stop.minutes / stop.steps.length).toBeGreaterThanOrEqual(0.7);
      expect(stop.minutes / stop.steps.length).toBeLessThanOrEqual(2);
    },
  );
});

test('the shorter route leaves out, and adds nothing', () => {
  for (const { page, steps } of routes[50])
    expect(routes[80].find((stop) => stop.page === page)?.steps).toEqual(expect.arrayContaining([...steps]));
});

test('neighbours and minutes along a route', () => {
  const route = routes[50];
  expect(neighboursIn(route, 'memory')).toEqual({ before: null, after: route[1] });
  expect(neighboursIn(route, 'mundlak').after).toBeNull();
  expect(neighboursIn(route, 'sampler')).toEqual({ before: null, after: null });
  expect(minutesBefore(route, 'memory')).toBe(0);
  expect(minutesBefore(route, 'learning-sigma')).toBe(route[0].minutes + route[1].minutes);
  expect(minutesBefore(route, 'sampler')).toBeNull();
});
