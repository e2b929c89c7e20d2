// The entry scripts: help everywhere, and one clear sentence with exit status 2 for what cannot be meant.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function run(script: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe.each(['start', 'dev', 'build', 'test', 'bench-browser'])('%s', (script) => {
  test('explains itself', () => {
    const { status, stdout } = run(script, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--help');
    expect(stdout).toMatch(/npm (start|test|run \w+)/);
  });

  test('refuses an unknown option', () => {
    const { status, stdout, stderr } = run(script, '--bogus');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]*--bogus[^\n]*\n$/);
  });

  test('refuses a stray word', () => {
    const { status, stderr } = run(script, 'stray');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]*stray[^\n]*\n$/);
  });
});

test.each([
  ['start', '--port', 'abc'],
  ['start', '--port', '70000'],
  ['start', '--port'],
  ['start', '--host=yes'],
  ['dev', '--port', '-1'],
  ['build', '--base', 'course'],
  ['build', '--base', '/a b/'],
])('%s %s %s is refused in one sentence', (script, ...words) => {
  const { status, stderr } = run(script, ...words);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^[^\n]+\. Try --help\.\n$/);
});
