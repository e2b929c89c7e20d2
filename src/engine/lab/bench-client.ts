// The page's end of the lab's worker: questions as promises, answered in order.
import { createBench } from './bench';
import type { BenchAnswer, BenchQuestion, TableSource, Weighed, WeighRequest } from './bench';
import type { BuiltData, DataRequest } from './build-data';
import type { TableFacts } from './column-facts';
import type { SimulatedData, SimulationRequest } from './simulate-data';
import type { Readable } from './table';

export interface LabBench {
  readonly open: (source: TableSource) => Promise<Readable<TableFacts>>;
  readonly build: (request: DataRequest) => Promise<BuiltData>;
  readonly simulate: (request: SimulationRequest) => Promise<SimulatedData>;
  readonly weigh: (request: WeighRequest) => Promise<Weighed>;
}

export interface ToBench {
  readonly id: number;
  readonly question: BenchQuestion;
}

export type FromBench =
  { readonly id: number; readonly answer: BenchAnswer } | { readonly id: number; readonly fault: string };

/** `ask` rejects where the worker fails, which is a fault of ours. */
export function benchOf(ask: (question: BenchQuestion) => Promise<BenchAnswer>): LabBench {
  const strange = (answer: BenchAnswer, kind: string): never => {
    throw new Error(`the answer to ${kind} was one to ${answer.kind}`);
  };
  return {
    open: async (source) => {
      const answer = await ask({ kind: 'open', source });
      return answer.kind === 'open' ? answer.result : strange(answer, 'open');
    },
    build: async (request) => {
      const answer = await ask({ kind: 'build', request });
      return answer.kind === 'build' ? answer.result : strange(answer, 'build');
    },
    simulate: async (request) => {
      const answer = await ask({ kind: 'simulate', request });
      return answer.kind === 'simulate' ? answer.result : strange(answer, 'simulate');
    },
    weigh: async (request) => {
      const answer = await ask({ kind: 'weigh', request });
      return answer.kind === 'weigh' ? answer.result : strange(answer, 'weigh');
    },
  };
}

/** Without a worker, for tests. */
export function createLocalBench(): LabBench {
  const bench = createBench();
  return benchOf((question) => Promise.resolve().then(() => bench(question)));
}
