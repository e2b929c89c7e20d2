// Keys of presenter mode: what each means, and who keeps it.
import { expect, test } from 'vitest';
import { commandOf } from '../../../src/app/presenter/keymap';
import { chosenKey, opensPresenter } from '../../../src/app/presenter/opening-key';
import type { Holder, Key } from '../../../src/app/presenter/opening-key';

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  code: '',
  shiftKey: false,
  otherModifier: false,
  ...more,
});
const kind = (key: Key, holder: Holder = 'nothing'): string | null => commandOf(key, holder)?.kind ?? null;

test.each([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'back'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  ['b', 'blank'],
  ['.', 'blank'],
  ['O', 'overview'],
  ['Escape', 'leave'],
  ['Enter', 'go'],
  ['x', null],
])('%s means %s', (key, meaning) => {
  expect(kind(press(key))).toBe(meaning);
});

test('Shift and Space go back', () => {
  expect(kind(press(' ', { shiftKey: true }))).toBe('back');
});

test('numbers count by their place on the keyboard; with Shift, down', () => {
  expect(commandOf(press('2', { code: 'Digit2' }), 'nothing')).toEqual({ kind: 'digit', digit: 2, minus: false });
  expect(commandOf(press('"', { code: 'Digit2', shiftKey: true }), 'nothing')).toMatchObject({ minus: true });
});

test('fields keep every key; sliders their own; a clicker steps past a slider that was dragged', () => {
  for (const key of ['ArrowRight', 'PageDown', 'b', ' ', 'Escape']) expect(kind(press(key), 'field')).toBeNull();
  for (const key of ['ArrowRight', 'Home', 'PageDown']) expect(kind(press(key), 'slider')).toBeNull();
  expect(kind(press('PageDown'), 'dragged slider')).toBe('next');
  expect(kind(press('ArrowRight'), 'dragged slider')).toBeNull();
});

test('a clicker steps past a field of one line, which keeps every other key', () => {
  expect(kind(press('PageDown'), 'line')).toBe('next');
  expect(kind(press('PageUp'), 'line')).toBe('back');
  for (const key of ['ArrowRight', '2', 'b', ' ', 'Escape', 'Enter']) expect(kind(press(key), 'line')).toBeNull();
});

test('buttons keep Space and Enter, unless it was the pointer that pressed them', () => {
  expect(kind(press(' '), 'pressable')).toBeNull();
  expect(kind(press('Enter'), 'pressable')).toBeNull();
  expect(kind(press('ArrowRight'), 'pressable')).toBe('next');
  expect(kind(press(' '), 'pressed')).toBe('next');
  expect(kind(press('Enter'), 'pressed')).toBeNull();
});

test('with Control, Alt or Meta a key is the browser’s', () => {
  expect(kind(press('b', { otherModifier: true }))).toBeNull();
  expect(opensPresenter(press('p', { otherModifier: true }), 'nothing', 'p')).toBe(false);
});

test('the chosen key opens presenter mode, and never from a field or slider', () => {
  expect(opensPresenter(press('P'), 'nothing', 'p')).toBe(true);
  expect(opensPresenter(press('p'), 'pressable', 'p')).toBe(true);
  for (const holder of ['field', 'line', 'slider', 'dragged slider'] as const)
    expect(opensPresenter(press('p'), holder, 'p')).toBe(false);
  expect(opensPresenter(press('p'), 'nothing', 'w')).toBe(false);
  expect(opensPresenter(press('w'), 'nothing', 'w')).toBe(true);
});

test('no key at all can be chosen', () => {
  expect(chosenKey(' ')).toBe('');
  expect(opensPresenter(press(''), 'nothing', '')).toBe(false);
  expect(chosenKey('W')).toBe('w');
  expect(chosenKey('ab')).toBeNull();
});
