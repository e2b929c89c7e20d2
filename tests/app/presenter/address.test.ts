// Presenter mode in the address, beside what the figures keep there.
import { expect, test } from 'vitest';
import { askedFor, sharedAddress, withPresenter, withoutPresenter } from '../../../src/app/presenter/address';
import { elapsed } from '../../../src/app/presenter/session';

test('asked for, with and without a route', () => {
  expect(askedFor('?seed=7')).toBeNull();
  expect(askedFor('?present')).toEqual({ route: null, step: null });
  expect(askedFor('?seed=7&present=50&step=drag-sigma.figure')).toEqual({ route: 50, step: 'drag-sigma.figure' });
  expect(askedFor('?present=51')).toEqual({ route: null, step: null });
});

test('what the figures keep in the address stays there', () => {
  const query = withPresenter('?seed=7&present=50&step=a', { route: 80, step: 'b' });
  expect(query).toBe('?seed=7&present=80&step=b');
  expect(withoutPresenter(query)).toBe('?seed=7');
  expect(withPresenter('', { route: null, step: null })).toBe('?present');
});

test('the room’s phones get the page at the section on show', () => {
  const here = 'https://host.example/course/reed-frogs/?sigma=0.3&present=50&step=drag-sigma.figure';
  expect(sharedAddress(here, 'drag-sigma.figure-2')).toBe(
    'https://host.example/course/reed-frogs/?sigma=0.3#drag-sigma',
  );
  expect(sharedAddress(here, 'ready.answer')).toBe('https://host.example/course/reed-frogs/?sigma=0.3');
});

test('the clock', () => {
  expect([0, 59_999, 425_000, 4_360_000].map(elapsed)).toEqual(['0:00', '0:59', '7:05', '1:12:40']);
});
