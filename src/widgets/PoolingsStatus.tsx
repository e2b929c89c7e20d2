// The line under the three poolings: which fits they are, whether to trust them, and the reader's own on demand.
import type { ReactNode } from 'react';
import { fitPoolings, poolingsDrawn, stopFitting, untilGoodSentence, usePoolings } from '../store/poolings';
import type { Pooling, PoolingFit, PoolingsWork } from '../store/poolings';
import { useSettings } from '../store/settings';
import { PromisedDraws } from './PromisedDraws';
import './poolings-status.css';

const fitWords = 'Fit them here';
const called: Readonly<Record<Pooling, string>> = {
  complete: 'complete pooling',
  none: 'no pooling',
  partial: 'partial pooling',
};

export function PoolingsStatus(): ReactNode {
  const { cluster, fits, work } = usePoolings();
  const { sentence } = worst(Object.values(fits[cluster])).judgement;
  const now = work[cluster];
  // Which draws are asked for depends on it.
  useSettings((settings) => settings.seed);
  return (
    <div className="poolings-status">
      <p>{sentence}</p>
      <p className="poolings-work">
        <Line work={now} />
        {now.kind === 'fitting' ? (
          <button type="button" className="pill" onClick={stopFitting}>
            Stop
          </button>
        ) : (
          <button type="button" className="pill" onClick={() => void fitPoolings(cluster)}>
            {fitWords}
          </button>
        )}
      </p>
      <PromisedDraws drawn={poolingsDrawn} about={untilGoodSentence} press={fitWords} />
    </div>
  );
}

function Line({ work }: { readonly work: PoolingsWork }): ReactNode {
  switch (work.kind) {
    case 'built':
      return <span>Three fits to all 9,930 responses, made when this page was built.</span>;
    case 'fitting':
      return (
        <>
          <progress max={work.wanted} value={work.done} aria-label="Transitions done" />
          <span>Fitting {called[work.pooling]}, four chains on all cores.</span>
        </>
      );
    case 'fitted':
      return (
        <span>
          Three fits made in your browser
          {work.same === true && ', the very draws of the build'}
          {work.same === false && ', not the draws of the build: this is another version of the sampler'}.
        </span>
      );
    case 'stopped':
      return <span>Stopped. The figure shows the fits that were done.</span>;
    case 'failed':
      return <span role="alert">{work.message}</span>;
  }
}

function worst(fits: readonly PoolingFit[]): PoolingFit {
  const order = ['trust', 'look', 'doubt'];
  return fits.reduce((a, b) => (order.indexOf(b.judgement.kind) > order.indexOf(a.judgement.kind) ? b : a));
}
