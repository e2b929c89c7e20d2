// What can be taken along of a fit: draws, programs with their data, and a link that knows the fingerprint of its draws.
import { writeLink } from '../../../engine/lab/link';
import { answered } from '../../../engine/inquiry';
import { arvizParts } from '../../../engine/results/arviz';
import { programDataPlan, programsOf } from '../../../engine/results/program-data';
import type { ProgramData } from '../../../engine/results/program-data';
import type { Draws } from '../../../engine/draws';
import { pagePool } from '../../page-pool';
import type { LabFit } from '../fits';

export { programsOf } from '../../../engine/results/program-data';
export type { DataFile, ProgramData } from '../../../engine/results/program-data';

/** What was derived is left out where it was not kept. */
export function takenDraws({ result, names }: LabFit): Draws {
  const { draws } = result;
  if (names.deterministics.length > 0) return draws;
  return { ...draws, deterministics: { variables: [], elements: [], chains: draws.parameters.chains.map(() => none) } };
}

const none = new Float64Array(0);

/** Longest piece of work between two looks at the page, ms. */
const slice = 12;

/** The parts of the JSON for ArviZ, written while the page stays awake. */
export async function arvizText(fit: LabFit): Promise<readonly string[]> {
  const parts: string[] = [];
  let from = performance.now();
  for (const part of arvizParts(takenDraws(fit), fit.runKey.source)) {
    parts.push(part);
    if (performance.now() - from < slice) continue;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    from = performance.now();
  }
  return parts;
}

/** Rejects where the worker fails. */
export async function programDataOf(fit: LabFit): Promise<ProgramData> {
  const ended = await answered(pagePool(), programDataPlan(fit.runKey));
  if (ended.kind !== 'done') throw new Error('the data of the program could not be written');
  return ended.value;
}

export interface FitProgram {
  readonly language: 'Stan' | 'PyMC';
  readonly name: string;
  readonly text: string;
}

export function fitPrograms({ runKey }: LabFit): readonly FitProgram[] {
  const { stan, pymc } = programsOf(runKey);
  return [
    { language: 'Stan', name: 'model.stan', text: stan },
    { language: 'PyMC', name: 'model.py', text: pymc },
  ];
}

/** Null where the draws have no fingerprint. */
export function fingerprintOf({ result }: LabFit): string | null {
  return result.summary.depth === 'full' ? result.summary.draws_sha256 : null;
}

/** The lab as it stood when the fit was made, with its seed and the fingerprint of its draws. */
export function fitAddress(fit: LabFit): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${writeLink(fit.document, fit.runKey.seed, fingerprintOf(fit))}`;
}
