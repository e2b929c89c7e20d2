// A hundred worlds: a bet, then bias, error and coverage of five estimators as the worlds come in.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { useAnswer } from '../store/answers';
import { formatFixed, formatPercent } from '../store/format';
import { connectStudy, useStudy } from '../store/study';
import type { Measured, Performance, Study } from '../store/study';
import { useWorld } from '../store/worlds';
import { Announcement } from './Announcement';
import { betAttributes } from './bet-offers';
import type { BetGroup, BetOffers } from './bet-offers';
import { StudyBet } from './StudyBet';
import type { Bets } from './StudyBet';
import { StudyControls } from './StudyControls';
import { StudyRows } from './StudyRows';
import type { Measure } from './StudyRows';
import { TakeAway } from './TakeAway';
import { estimatorNames } from './estimator-names';
import { best, withSign } from './study-words';
import './figure-controls.css';
import './world.css';

const question = 'Over many worlds like this one, which estimator is closest to the truth?';

export function StudyFigure(): ReactNode {
  useEffect(connectStudy, []);
  const study = useStudy();
  const { knob } = useWorld();
  const { answer, give, withdraw } = useAnswer(question);
  const [bets, setBets] = useState<Bets>({ forX: null, forZ: null });
  const [measure, setMeasure] = useState<Measure>('rmse');
  const { rows, worlds, state } = study;
  const open = answer !== null;
  const settled = state.kind === 'built' || state.kind === 'done';
  const table = studyTable(rows ?? []);
  return (
    <Figure
      width="wide"
      title={
        open && rows !== null && settled ? verdictOf(rows, worlds) : 'Which estimator is closest, over many worlds?'
      }
      controls={<StudyControls study={study} measure={measure} onMeasure={setMeasure} open={open} onAgain={withdraw} />}
      status={<p>{statusOf(study)}</p>}
      caption={
        <>
          Each world is simulated with the effects set here ({knob.size.groups} groups, {knob.size.individuals}{' '}
          individuals), new people every time, and fitted five times. Marks are what the worlds say so far; bars reach
          two Monte Carlo standard errors to either side and shrink as worlds come in. Intervals here are equal-tailed.
        </>
      }
      table={table}
      menu={<TakeAway name={`worlds study ${study.seed}`} dataset="mundlak" table={table} />}
    >
      <div className="study" {...betAttributes(open ? 'given' : 'open', offersOf(settled ? rows : null))}>
        <div className="study-results" data-open={open}>
          <StudyRows rows={rows ?? []} measure={measure} worlds={worlds} />
        </div>
        {!open && <StudyBet question={question} bets={bets} onBet={setBets} onGive={give} />}
      </div>
      {open && rows !== null && <p className="world-note">{betSentence(answer, rows)}</p>}
      <Announcement text={open && rows !== null && settled ? verdictOf(rows, worlds) : null} />
    </Figure>
  );
}

function verdictOf(rows: readonly Performance[], worlds: number): string {
  const [forX, forZ] = [best(rows, 'bXY'), best(rows, 'bZY')];
  const names = (some: readonly Performance[]): string => {
    const all = some.map(({ estimator }) => estimatorNames[estimator]);
    return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
  };
  return `Over ${worlds} worlds, closest for X: ${names(forX)}; closest for Z: ${names(forZ)}`;
}

function offersOf(rows: readonly Performance[] | null): BetOffers {
  const group = (legend: string, parameter: string): BetGroup => ({
    legend,
    names: Object.values(estimatorNames),
    right: rows === null ? [] : best(rows, parameter).map(({ estimator }) => estimatorNames[estimator]),
  });
  return { question, groups: [group('for X', 'bXY'), group('for Z', 'bZY')] };
}

function betSentence(answer: string, rows: readonly Performance[]): string {
  if (answer === 'skipped') return 'You made no bet.';
  const [forX, forZ] = answer.split(', ');
  const said = (name: string | undefined, parameter: string): string => {
    const right = best(rows, parameter).some(({ estimator }) => estimatorNames[estimator] === name);
    return right ? 'among the closest' : 'not among the closest';
  };
  return `You bet on ${forX} for X, ${said(forX, 'bXY')} so far, and on ${forZ} for Z, ${said(forZ, 'bZY')}.`;
}

function statusOf({ state, worlds, wanted, seed }: Study): string {
  switch (state.kind) {
    case 'built':
      return `${worlds} worlds of study ${seed}, run when this page was built.`;
    case 'running':
      return `${worlds} of ${wanted} worlds of study ${seed}, in your browser.`;
    case 'paused':
      return worlds === 0
        ? `No world of study ${seed} has been run yet.`
        : `Paused: ${worlds} of ${wanted} worlds of study ${seed}, in your browser.`;
    case 'done':
      return `${worlds} worlds of study ${seed}, run in your browser.`;
    case 'failed':
      return state.message;
  }
}

function studyTable(rows: readonly Performance[]): NumberTableContent {
  const lines = (write: (measured: Measured) => string[], share: (measured: Measured) => string[]) => (): string[][] =>
    rows.map(({ estimator, parameter, bias, rmse, coverage50, coverage89 }) => [
      `${estimatorNames[estimator]}, ${parameter}`,
      ...[...write(bias), ...write(rmse), ...share(coverage50), ...share(coverage89)],
    ]);
  const number = (measured: Measured): string[] => [withSign(measured)];
  const percent = ({ value, error }: Measured): string[] => [
    `${formatPercent(value, 0)}${error === null ? '' : ` ± ${formatFixed(100 * error, 0)}`}`,
  ];
  return {
    caption: 'Each with its Monte Carlo standard error',
    columns: ['estimator and effect', 'bias', 'error (RMS)', '50 % intervals hold the truth', '89 % intervals do'],
    rows: lines(number, percent),
    exact: lines(
      ({ value }) => [String(value)],
      ({ value }) => [String(value)],
    ),
  };
}
