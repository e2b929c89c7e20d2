// Command-line words into options; a wrong word is one clear sentence and exit status 2.
import { parseArgs } from 'node:util';

/** A value that must be a port: 0 lets the system choose. */
export function port(text) {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= 65535
    ? value
    : new Error(`--port wants a whole number up to 65535, not '${text}'.`);
}

/** A folder of a host, as '/' or '/course/'. */
export function basePath(text) {
  return /^\/([\w.~-]+\/)*$/.test(text) ? text : new Error(`--base wants a path such as / or /course/, not '${text}'.`);
}

/**
 * `spec`: name → { type, convert? }, as for parseArgs. Prints `help` and exits 0 for --help.
 */
export function readOptions(help, spec) {
  let values;
  try {
    values = parseArgs({ options: { ...spec, help: { type: 'boolean', short: 'h' } }, allowPositionals: false }).values;
  } catch (error) {
    refuse(describe(error));
  }
  if (values.help) {
    console.log(help.trim());
    process.exit(0);
  }
  for (const [name, { convert }] of Object.entries(spec)) {
    if (convert === undefined || values[name] === undefined) continue;
    const converted = convert(values[name]);
    if (converted instanceof Error) refuse(converted.message);
    values[name] = converted;
  }
  return values;
}

export function refuse(sentence) {
  console.error(`${sentence} Try --help.`);
  process.exit(2);
}

function describe(error) {
  const sentence = String(error.message)
    .split(/\. |\n/)[0]
    .replace(/\.$/, '');
  return `${sentence}.`;
}
