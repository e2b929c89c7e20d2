// The model in its other forms, following the text: equation, graph, Stan, PyMC.
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatCount } from '../../store/format';
import type { ModelView } from '../../store/lab/model';
import { useLab } from '../../store/lab/page-lab';
import { ModelGraph } from './ModelGraph';
import { Program } from './Program';
import { loadTypeset } from './typeset';
import type { Typeset } from './typeset';

const tabs = ['Equation', 'Graph', 'Stan', 'PyMC'] as const;
type Tab = (typeof tabs)[number];

export function Views(): ReactNode {
  const [tab, setTab] = useState<Tab>('Equation');
  const view = useLab((state) => state.examination.view);
  const [last, setLast] = useState(view);
  if (view !== null && view !== last) setLast(view);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    setTab(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <div className="lab-views">
      <div ref={list} role="tablist" aria-label="The model as" className="lab-tabs">
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            data-tab={one}
            aria-selected={tab === one}
            aria-controls={`${id}-panel`}
            tabIndex={tab === one ? 0 : -1}
            onClick={() => setTab(one)}
            onKeyDown={onKeyDown}
          >
            {one}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
        className="lab-view"
        data-stale={view === null}
      >
        {last === null ? <p>Here the model will stand as soon as it can be read.</p> : <View tab={tab} view={last} />}
      </div>
      <Size view={view} />
    </div>
  );
}

function View({ tab, view }: { readonly tab: Tab; readonly view: ModelView }): ReactNode {
  switch (tab) {
    case 'Equation':
      return <Formula tex={view.latex} />;
    case 'Graph':
      return <ModelGraph graph={view.graph} />;
    case 'Stan':
      return <Program language="Stan" text={view.stan} file="model.stan" dialect="stan" />;
    case 'PyMC':
      return <Program language="PyMC" text={view.pymc} file="model.py" dialect="pymc" />;
  }
}

function Formula({ tex }: { readonly tex: string }): ReactNode {
  const [typeset, setTypeset] = useState<Typeset | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const ready = await loadTypeset();
      if (!gone) setTypeset(() => ready);
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  if (typeset === null) return <p>The equation is being set.</p>;
  const html = typeset(tex);
  if (html === null) return <p>This model cannot be typeset; its text and its programs can be used all the same.</p>;
  return (
    <div
      className="equation-body lab-equation"
      role="group"
      aria-label="Model"
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Sizes are known with the data; before them the names are counted. */
function Size({ view }: { readonly view: ModelView | null }): ReactNode {
  const weight = useLab((state) => state.weight);
  const words = (): string => {
    if (view === null) return 'As it was before the faults.';
    if (weight.kind === 'weighed') {
      const { parameters, observations } = weight.weight;
      return `${count(parameters, 'parameter')}, ${count(observations, 'observation')}.`;
    }
    return `${count(view.parameters.length, 'named parameter')}; how many there are in all depends on the data.`;
  };
  return <p className="lab-size">{words()}</p>;
}

function count(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`;
}
