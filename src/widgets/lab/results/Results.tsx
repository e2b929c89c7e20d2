// What came out of a run: a panel for each way to look at it, one at a time.
import { useId, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import type { LabFit } from '../../../store/lab/fits';
import { ComparePanel } from './ComparePanel';
import { DensityPanel } from './DensityPanel';
import { EnergyPanel } from './EnergyPanel';
import { ForestPanel } from './ForestPanel';
import { LooPanel } from './LooPanel';
import { PairsPanel } from './PairsPanel';
import { PredictivePanel } from './PredictivePanel';
import { RanksPanel } from './RanksPanel';
import { SummaryPanel } from './SummaryPanel';
import { TakePanel } from './TakePanel';
import { TracePanel } from './TracePanel';
import '../../figure-controls.css';
import './results.css';

export interface ResultsProps {
  readonly fit: LabFit;
  /** All that are kept of this visit, `fit` among them. */
  readonly fits: readonly LabFit[];
  /** A glimpse of the fit where a knob stands now, for the panels that can follow a hand; null at rest. */
  readonly preview: LabFit | null;
}

const panels: readonly { readonly name: string; readonly Panel: ComponentType<ResultsProps> }[] = [
  { name: 'Summary', Panel: SummaryPanel },
  { name: 'Forest', Panel: ForestPanel },
  { name: 'Densities', Panel: DensityPanel },
  { name: 'Trace', Panel: TracePanel },
  { name: 'Ranks', Panel: RanksPanel },
  { name: 'Pairs', Panel: PairsPanel },
  { name: 'Energy', Panel: EnergyPanel },
  { name: 'Predictions', Panel: PredictivePanel },
  { name: 'LOO', Panel: LooPanel },
  { name: 'Compare', Panel: ComparePanel },
  { name: 'Take away', Panel: TakePanel },
];

export function Results({ fit, fits, preview }: ResultsProps): ReactNode {
  const [open, setOpen] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { name, Panel } = panels[open];
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = panels.length - 1;
    const next = {
      ArrowRight: open === last ? 0 : open + 1,
      ArrowLeft: open === 0 ? last : open - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setOpen(next);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className="results">
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label="Results as"
        className="lab-tabs results-tabs"
        onKeyDown={onKeyDown}
      >
        {panels.map((panel, k) => (
          <button
            key={panel.name}
            type="button"
            role="tab"
            id={`${id}-tab-${k}`}
            aria-selected={k === open}
            aria-controls={`${id}-panel`}
            tabIndex={k === open ? 0 : -1}
            onClick={() => setOpen(k)}
          >
            {panel.name}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${open}`}
        tabIndex={0}
        className="results-panel"
      >
        <Panel key={name} fit={fit} fits={fits} preview={preview} />
      </div>
    </div>
  );
}
