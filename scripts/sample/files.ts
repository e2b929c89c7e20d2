// The files of the command line: a model and its data in, draws out.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ModelSource } from '../../src/engine/key';
import type { DataSet } from '../../src/lang/data';
import { parse } from '../../src/lang/parser';
import { guessRoles } from '../../src/lang/roles';
import { readData } from './data';
import type { SampleOptions } from './options';
import { languageRefusal, Refusal } from './refusal';

export function readSource(options: SampleOptions): ModelSource {
  const text = readText(options.modelFile).replace(/^\uFEFF/, '');
  const program = parse(text);
  if (!program.ok) throw languageRefusal(text, program.errors);
  const data = options.dataFile === null ? {} : readDataFile(options.dataFile);
  const roles = guessRoles(program.value, Object.keys(data), options.knobs);
  return { text, roles, data, noncentered: options.noncentered };
}

function readDataFile(file: string): DataSet {
  const read = readData(file, readText(file));
  if (!read.ok) throw new Refusal(read.message);
  return read.data;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${reasonOf(error, 'there is no such file')}.`);
  }
}

export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Refusal(`${file} cannot be written: ${reasonOf(error, 'its folder does not exist')}.`);
  }
}

function reasonOf(error: unknown, missing: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return missing;
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
