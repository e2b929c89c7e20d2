// What stands under the particle: how the sampler goes, the push by hand, and the sampler's own.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { formatFixed } from '../store/format';
import { changeFlick, chooseGround, strongest } from '../store/flick';
import type { FlickState, GroundName, Method, Pair } from '../store/flick';
import { StepSlider } from './StepSlider';
import './figure-controls.css';

/** Equal factors, near enough, and round. */
const stepSizes = [0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.2];
const stepCounts = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120];
const groundLabels: Readonly<Record<GroundName, string>> = { frogs: 'Reed frogs', funnel: 'Funnel' };
const methodLabels: Readonly<Record<Method, string>> = { nuts: 'NUTS', hmc: 'HMC' };

export interface FlickControlsProps {
  readonly state: FlickState;
  readonly momentum: Pair;
  readonly playing: boolean;
  readonly onAim: (momentum: Pair) => void;
  readonly onFlick: () => void;
  readonly onNext: () => void;
  readonly onPlay: () => void;
  readonly onStartOver: () => void;
}

export function FlickControls(props: FlickControlsProps): ReactNode {
  const { state, momentum, playing, onAim, onFlick, onNext, onPlay, onStartOver } = props;
  const { ground, method, stepSize, steps } = state;
  return (
    <div className="flick-controls">
      <div className="flick-row">
        <Switch label="Ground" options={groundLabels} chosen={ground} onChoose={chooseGround} />
        <Switch
          label="Sampler"
          options={methodLabels}
          chosen={method}
          onChoose={(one) => changeFlick({ method: one })}
        />
      </div>
      <div className="flick-sliders">
        <StepSlider
          label="Step size"
          value={stepSize}
          values={stepSizes}
          consequence={stepSize >= 0.5 ? 'long steps' : stepSize <= 0.05 ? 'short steps' : 'middling steps'}
          onMove={(value) => changeFlick({ stepSize: value })}
        />
        <StepSlider
          label="Steps"
          value={steps}
          values={stepCounts}
          consequence={method === 'nuts' ? 'not used: NUTS stops by itself' : 'then it stops'}
          disabled={method === 'nuts'}
          onMove={(value) => changeFlick({ steps: value })}
        />
      </div>
      <div className="flick-row">
        <Aim momentum={momentum} onAim={onAim} />
        <button type="button" className="pill" onClick={onFlick}>
          Flick
        </button>
      </div>
      <div className="flick-row">
        <button type="button" className="pill" onClick={onNext}>
          Next transition
        </button>
        <button type="button" className="pill" onClick={onPlay}>
          {playing ? 'Pause' : 'Play'}
        </button>
        <button type="button" className="pill" onClick={onStartOver}>
          Start over
        </button>
      </div>
    </div>
  );
}

interface SwitchProps<T extends string> {
  readonly label: string;
  readonly options: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (option: T) => void;
}

function Switch<T extends string>({ label, options, chosen, onChoose }: SwitchProps<T>): ReactNode {
  const names = Object.keys(options).filter((name): name is T => name in options);
  return (
    <div role="group" aria-label={label} className="flick-switch">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="pill"
          aria-pressed={name === chosen}
          onClick={() => {
            if (name !== chosen) onChoose(name);
          }}
        >
          {options[name]}
        </button>
      ))}
    </div>
  );
}

/** The arrow in numbers: where it points, counted from the right through the top, and how hard. */
function Aim({ momentum: [px, py], onAim }: Pick<FlickControlsProps, 'momentum' | 'onAim'>): ReactNode {
  const angle = Math.round((Math.atan2(py, px) * 180) / Math.PI);
  const strength = Math.hypot(px, py);
  const aim = (degrees: number, hard: number): void => {
    if (!Number.isFinite(degrees) || !Number.isFinite(hard) || hard < 0 || hard > strongest) return;
    const radians = (degrees * Math.PI) / 180;
    onAim([hard * Math.cos(radians), hard * Math.sin(radians)]);
  };
  return (
    <>
      <NumberField
        label="Angle, degrees"
        value={String(angle === -180 ? 180 : angle)}
        minimum={-180}
        maximum={180}
        step={5}
        onType={(degrees) => aim(degrees, strength)}
      />
      <NumberField
        label="Strength"
        value={formatFixed(strength, 1).replace('\u2212', '-')}
        minimum={0}
        maximum={strongest}
        step={0.1}
        onType={(hard) => aim((Math.atan2(py, px) * 180) / Math.PI, hard)}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly onType: (value: number) => void;
}

function NumberField({ label, value, minimum, maximum, step, onType }: NumberFieldProps): ReactNode {
  const id = useId();
  return (
    <span className="flick-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={minimum}
        max={maximum}
        step={step}
        value={value}
        onChange={({ target }) => onType(target.valueAsNumber)}
      />
    </span>
  );
}
