// What an instructor needs of one page: its minutes, what students can do after it, what to show, and its questions with their answers.
import type { ReactNode } from 'react';
import { abouts } from 'virtual:abouts';
import { contents } from 'virtual:contents';
import { h2 as Heading } from '../prose/headings';
import { InternalLink } from './InternalLink';
import { askedOn } from './instructor/asked';
import type { Asked } from './instructor/asked';
import { factsOf } from './pages';
import './lesson-plan.css';

export interface LessonPlanProps {
  /** The page's slug, '' for the front page. */
  readonly of: string;
  /** What to show, in prose. */
  readonly children: ReactNode;
}

export function LessonPlan({ of, children }: LessonPlanProps): ReactNode {
  const facts = factsOf(of);
  if (facts === undefined) throw new Error(`<LessonPlan of="${of}">: there is no such page`);
  const number = contents.filter(({ kind }) => kind === 'lesson').findIndex(({ slug }) => slug === of) + 1;
  const { outcomes } = abouts[of];
  const asked = askedOn(of);
  return (
    <section className="lesson-plan">
      <Heading id={of === '' ? 'front-page' : of}>
        <InternalLink href={of === '' ? '/' : `/${of}/`}>
          {number === 0 ? '' : `${number}. `}
          {facts.title}
        </InternalLink>
      </Heading>
      {facts.minutes > 0 && <p className="page-minutes">{facts.minutes} minutes</p>}
      {outcomes.length > 0 && (
        <>
          <p className="page-outcomes-lead">After it students can</p>
          <ul className="page-outcomes">
            {outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </>
      )}
      <div className="lesson-plan-show">{children}</div>
      {asked.map((one) => (
        <AskedQuestion key={one.text} asked={one} />
      ))}
    </section>
  );
}

function AskedQuestion({ asked: { prompt, offers } }: { readonly asked: Asked }): ReactNode {
  return (
    <section className="question">
      <div className="question-prompt">{prompt}</div>
      <details className="question-answer">
        <summary>Answers, and what leads to them</summary>
        <dl>
          {offers.map(({ says, right, reasoning }) => (
            <div key={says} data-right={right}>
              <dt>
                {says}
                {right && (
                  <span className="question-verdict" data-right="true">
                    {' '}
                    Right.
                  </span>
                )}
              </dt>
              <dd>{reasoning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
