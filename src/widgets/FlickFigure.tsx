// Flick the particle: the sampler's own trajectory over the density, its energy in time, and the doublings of NUTS.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import energyChart from '../charts/flick-energy?vega';
import { groundFrames } from '../charts/flick-frame';
import frogsChart from '../charts/flick-frogs?vega';
import funnelChart from '../charts/flick-funnel?vega';
import { contourRows, energyPoints, energyRows, pairRows, pathRows } from '../charts/flick-rows';
import { wantsStillness } from '../store/comfort';
import { formatFixed } from '../store/format';
import {
  bottoms,
  connectFlick,
  contours,
  firstMomentum,
  flick,
  nextTransition,
  pointOf,
  restingPlace,
  startOver,
  useFlick,
} from '../store/flick';
import type { FlickState, GroundName, Pair } from '../store/flick';
import { Announcement } from './Announcement';
import { FlickArrow } from './FlickArrow';
import { FlickControls } from './FlickControls';
import { endingInWords } from './flick-words';
import { TakeAway } from './TakeAway';
import { useReveal } from './use-reveal';
import './flick.css';

const charts = { frogs: frogsChart, funnel: funnelChart };
/** How far on the axes a momentum of one is drawn as an arrow. */
const reaches: Readonly<Record<GroundName, number>> = { frogs: 0.45, funnel: 1.4 };
/** A whole path takes this long, and the next one of a play comes this long after it, ms. */
const pathTime = 1100;
const pause = 350;

export function FlickFigure(): ReactNode {
  const state = useFlick();
  const { ground, trajectory, push, work } = state;
  const [momentum, setMomentum] = useState<Pair>(firstMomentum);
  const [playing, setPlaying] = useState(false);
  useEffect(connectFlick, []);
  const made = useReveal(push, trajectory.times.length, pathTime);
  const resting = made >= trajectory.times.length;
  usePlaying(playing && resting && work === 'rest');
  const story = storyOf(state);
  const stopped = useCallback((act: () => void) => {
    setPlaying(false);
    act();
  }, []);

  return (
    <Figure
      width="wide"
      title="One push, and the particle glides over the posterior; a point of its path is the next draw"
      controls={
        <FlickControls
          state={state}
          momentum={momentum}
          playing={playing}
          onAim={setMomentum}
          onFlick={() => stopped(() => flick(momentum))}
          onNext={() => stopped(nextTransition)}
          onPlay={() => setPlaying(!playing)}
          onStartOver={() => stopped(startOver)}
        />
      }
      status={<p>{statusOf(state)}</p>}
      caption={captions[ground]}
      table={useMemo(() => tableOf(state), [state])}
      menu={<TakeAway name={`sampler ${ground} ${state.method}`} dataset="frogs" table={tableOf(state)} />}
    >
      <Board state={state} made={made} resting={resting} momentum={momentum} story={story} onAim={setMomentum} />
      <Energy state={state} made={made} />
      <p className="figure-readout" aria-hidden="true">
        {resting ? story : ''}
      </p>
      <Announcement text={resting && !playing ? story : null} />
    </Figure>
  );
}

/** While it plays, a transition follows when the last one has been seen. */
function usePlaying(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    const still = wantsStillness();
    const timer = window.setTimeout(nextTransition, still ? pathTime : pause);
    return () => window.clearTimeout(timer);
  }, [ready]);
}

interface BoardProps {
  readonly state: FlickState;
  readonly made: number;
  readonly resting: boolean;
  readonly momentum: Pair;
  readonly story: string;
  readonly onAim: (momentum: Pair) => void;
}

function Board({ state, made, resting, momentum, story, onAim }: BoardProps): ReactNode {
  const { ground, trajectory, trail, broken } = state;
  const frame = groundFrames[ground];
  const lines = useMemo(() => contourRows(contours[ground], frame), [ground, frame]);
  const earlier = useMemo(
    () => ({ trail: pairRows(trail, frame), broken: pairRows(broken, frame) }),
    [trail, broken, frame],
  );
  const path = useMemo(() => pathRows(trajectory, made, frame), [trajectory, made, frame]);
  const data = useMemo(() => ({ contours: lines, ...earlier, ...path }), [lines, earlier, path]);
  return (
    <div className="flick-board">
      <Chart key={ground} chart={charts[ground]} data={data} description={`Seen from above. ${story}`} />
      <FlickArrow
        frame={frame}
        place={restingPlace(trajectory)}
        momentum={momentum}
        reach={reaches[ground]}
        hidden={!resting}
        onAim={onAim}
        onLetGo={() => flick(momentum)}
      />
    </div>
  );
}

function Energy({
  state: { ground, trajectory },
  made,
}: {
  readonly state: FlickState;
  readonly made: number;
}): ReactNode {
  const { data, signals } = useMemo(() => energyRows(trajectory, made, bottoms[ground]), [trajectory, made, ground]);
  const totals = energyPoints(trajectory, bottoms[ground]).map(({ total }) => total);
  const start = trajectory.energies[0] - bottoms[ground];
  const away = totals.reduce((most, total) => Math.max(most, Math.abs(total - start)), 0);
  return (
    <Chart
      chart={energyChart}
      data={data}
      signals={signals}
      description={`The energy along the path, ${formatFixed(start, 1)} at its start; it strays by ${strayed(away)}. ${
        trajectory.ending === 'steps' ? 'HMC has no tree.' : `${trajectory.depth} doublings were completed.`
      }`}
    />
  );
}

function strayed(by: number): string {
  return by > 1000 ? 'more than 1,000' : `${formatFixed(by, 2)} at most`;
}

const captions: Readonly<Record<GroundName, ReactNode>> = {
  frogs: (
    <>
      Contours hold 10, 30, 50, 70, 90 and 99 % of the density. It is a slice of the reed-frog posterior: tank 2 and the
      typical tank may move, the other 47 tanks and sigma are held at their posterior means. Drag the arrow and let go,
      or type it. The ring is where the push was made, small dots are leapfrog steps, the large dot is the draw. A
      dashed grey path was thrown away; a dotted line joins the two ends that turned towards each other. Below: the
      energy in time, and which stretch of time each doubling added.
    </>
  ),
  funnel: (
    <>
      Contours hold 10, 30, 50, 70, 90 and 99 % of the density. Drag the arrow and let go, or type it. The ring is where
      the push was made, small dots are leapfrog steps, the large dot is the draw, a cross is where a step broke. The
      funnel is far wider than this window: a path that leaves it comes back where it will. Below: the energy in time,
      and which stretch of time each doubling added.
    </>
  ),
};

function statusOf({ work, stepSize, method, trail }: FlickState): string {
  switch (work) {
    case 'failed':
      return 'The sampler stopped. Start over to try again.';
    case 'asking':
    case 'rest':
      return (
        `The sampler of all pages, one transition at a time: ${method === 'nuts' ? 'NUTS' : 'HMC'}, step size ${stepSize}, ` +
        `unit metric, nothing adapting. ${trail.length === 0 ? 'No earlier draws.' : `Earlier draws shown: ${trail.length}.`}`
      );
  }
}

function storyOf(state: FlickState): string {
  const { trajectory, pushedBy, ground } = state;
  const [x, y] = restingPlace(trajectory);
  const frame = ground === 'frogs' ? ['tank 2 at', 'the typical tank at'] : ['alpha at', 'v at'];
  const pushed = pushedBy === 'reader' ? 'Your push' : 'The sampler’s own push';
  return (
    `${pushed}: ${endingInWords(trajectory)} ` +
    `The draw: ${frame[0]} ${formatFixed(x, 2)}, ${frame[1]} ${formatFixed(y, 2)}.`
  );
}

function tableOf({ trajectory, ground }: FlickState): NumberTableContent {
  const [x, y] = ground === 'frogs' ? ['tank 2', 'typical tank'] : ['alpha', 'v'];
  const row = (digits: (value: number) => string) => (): string[][] => {
    const order = Array.from(trajectory.times);
    return energyPoints(trajectory, bottoms[ground]).map(({ time, total, potential, kinetic }) => {
      const [a, b] = pointOf(trajectory, order.indexOf(time));
      return [String(time).replace('-', '\u2212'), ...[a, b, potential, kinetic, total].map(digits)];
    });
  };
  return {
    caption: 'The path, a step a row, in order of time',
    columns: ['step', x, y, 'height', 'motion', 'energy'],
    rows: row((value) => (Number.isFinite(value) && Math.abs(value) < 1e6 ? formatFixed(value, 3) : 'too large')),
  };
}
