// How to sample, what it will cost, and the run itself.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { formatCount, formatSignificant } from '../../store/format';
import { burdenOf, metrics, settingBounds } from '../../store/lab/model';
import type { LabSettings } from '../../store/lab/model';
import { pageLab, pageRunner, useLab } from '../../store/lab/page-lab';
import { readinessOf } from '../../store/lab/readiness';
import { labStatus } from '../../store/lab/status';
import { SeedChoice } from '../SeedChoice';
import { durationWords } from './duration';
import { NumberField } from './NumberField';
import { RunLine } from './RunLine';

export function Sampling(): ReactNode {
  const readiness = useLab(readinessOf);
  const busy = useLab((state) => state.run.kind === 'warmup' || state.run.kind === 'sampling');
  const priorBusy = useLab((state) => state.prior.kind === 'working');
  const status = useLab((state) => labStatus(state));
  const ready = readiness.kind === 'ready';
  return (
    <section className="lab-sampling" aria-label="Sampling">
      <h2>Sampling</h2>
      <Settings />
      <Forms />
      <Burden />
      <p className="lab-row">
        <button type="button" className="lab-run" disabled={!ready || busy} onClick={pageRunner.run}>
          Run
        </button>
        <button type="button" className="pill" disabled={!ready || priorBusy} onClick={pageRunner.simulatePrior}>
          Look at the prior first
        </button>
        <span className="lab-readiness">{readiness.sentence}</span>
      </p>
      <RunLine status={status} />
    </section>
  );
}

function Settings(): ReactNode {
  const settings = useLab((state) => state.document.settings);
  const id = useId();
  const set = (part: Partial<LabSettings>): void =>
    pageLab.change((now) => ({ ...now, settings: { ...now.settings, ...part } }));
  return (
    <div className="lab-row lab-settings">
      <NumberField
        label="chains"
        value={settings.chains}
        {...settingBounds.chains}
        whole
        onCommit={(chains) => set({ chains })}
      />
      <NumberField
        label="warm-up"
        value={settings.warmup}
        {...settingBounds.warmup}
        whole
        onCommit={(warmup) => set({ warmup })}
      />
      <NumberField
        label="draws a chain"
        value={settings.draws}
        {...settingBounds.draws}
        whole
        onCommit={(draws) => set({ draws })}
      />
      <NumberField
        label="target acceptance"
        value={settings.targetAccept}
        {...settingBounds.targetAccept}
        whole={false}
        onCommit={(targetAccept) => set({ targetAccept })}
      />
      <span className="lab-number">
        <label htmlFor={id}>metric</label>
        <select
          id={id}
          value={settings.metric}
          onChange={(event) => {
            const metric = metrics.find((one) => one === event.target.value);
            if (metric !== undefined) set({ metric });
          }}
        >
          {metrics.map((metric) => (
            <option key={metric} value={metric}>
              {metric}
            </option>
          ))}
        </select>
      </span>
      <SeedChoice />
    </div>
  );
}

/** The same posterior in another geometry: an offer for parameters whose scale is learned or set. */
function Forms(): ReactNode {
  const names = useLab((state) => state.examination.twoForms);
  const raw = useLab((state) => state.examination.noncentered);
  const id = useId();
  if (names.length === 0) return null;
  const choose = (name: string, other: boolean): void =>
    pageLab.change((now) => {
      const others = now.noncentered.filter((one) => one !== name);
      return { ...now, noncentered: other ? [...others, name] : others };
    });
  return (
    <>
      <div className="lab-row lab-settings">
        {names.map((name) => (
          <span key={name} className="lab-number">
            <label htmlFor={`${id}-${name}`}>form of {name}</label>
            <select
              id={`${id}-${name}`}
              aria-describedby={`${id}-note`}
              value={raw.includes(name) ? 'non-centred' : 'centred'}
              onChange={(event) => choose(name, event.target.value === 'non-centred')}
            >
              <option value="centred">centred</option>
              <option value="non-centred">non-centred</option>
            </select>
          </span>
        ))}
      </div>
      <p className="lab-note" id={`${id}-note`}>
        Both forms have the same posterior. Centred draws {names[0]} itself, which suits many observations a group;
        non-centred draws how many scales it lies from its middle, which suits few, or a small scale. Where steps
        diverge, try the other.
      </p>
    </>
  );
}

/** Said before a run is begun: what it will take, and when a browser is not the place for it. */
function Burden(): ReactNode {
  const weight = useLab((state) => state.weight);
  const settings = useLab((state) => state.document.settings);
  if (weight.kind !== 'weighed') return <p className="lab-note">&nbsp;</p>;
  const { seconds } = weight;
  const { gradient, parameters } = weight.weight;
  switch (burdenOf(weight.weight, settings, seconds)) {
    case 'light':
      return (
        <p className="lab-note">
          A gradient takes {formatSignificant(gradient * 1000, 2)} µs here; a run about {durationWords(seconds)}.
        </p>
      );
    case 'heavy':
      return (
        <p className="lab-warning">
          This model outgrows a browser: a gradient takes {formatSignificant(gradient, 2)} ms here, so that a run would
          take about {durationWords(seconds)}. The Stan and PyMC programs beside the model are the same model, for a
          larger machine.
        </p>
      );
    case 'beyond':
      return (
        <p className="lab-warning">
          {formatCount(parameters)} parameters and that many draws do not fit into the memory of a page. Ask for fewer
          draws, or take the Stan or PyMC program beside the model to a larger machine.
        </p>
      );
  }
}
