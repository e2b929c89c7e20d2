// What is wrong with the model, a line each: where, what, what to do, and what can be done at a press.
import type { ReactNode } from 'react';
import { useLab } from '../../store/lab/page-lab';
import type { LabError, Offer } from '../../store/lab/model';
import { acceptOffer, addPrior, priorLine } from '../../store/lab/offers';

export interface FaultsProps {
  readonly id: string;
  readonly errors: readonly LabError[];
  readonly onJump: (error: LabError) => void;
}

export function Faults({ id, errors, onJump }: FaultsProps): ReactNode {
  const empty = useLab((state) => state.document.text.trim() === '');
  return (
    <div id={id} className="lab-faults" role="status">
      {empty ? (
        <p>
          An empty page. Write the outcome first, such as <code>y[i] ~ Normal(mu, sigma)</code>, then a line for each
          name in it.
        </p>
      ) : (
        errors.length > 0 && (
          <ul>
            {errors.map((error) => (
              <li key={`${error.from} ${error.message}`}>
                <button type="button" className="lab-fault" onClick={() => onJump(error)}>
                  <span className="lab-fault-line">Line {error.line}</span> {error.message} {error.fix}
                </button>
                {error.offers.length > 0 && (
                  <span className="lab-offers">
                    {error.offers.map(
                      ({ kind, name }) =>
                        kind === 'knob' && (
                          <button key="prior" type="button" className="pill" onClick={() => addPrior(name)}>
                            Add {priorLine(name)}
                          </button>
                        ),
                    )}
                    {error.offers.map((offer) => (
                      <button key={offer.kind} type="button" className="pill" onClick={() => acceptOffer(offer)}>
                        {wordsOf(offer)}
                      </button>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      )}
    </div>
  );
}

function wordsOf({ kind, name }: Offer): string {
  switch (kind) {
    case 'knob':
      return `Make ${name} a knob`;
    case 'data':
      return `${name} is data`;
    case 'observed':
      return `${name} was observed`;
  }
}
