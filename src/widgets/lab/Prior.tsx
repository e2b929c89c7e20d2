// What the model expects before it has seen an outcome: data sets drawn from its prior.
import type { ReactNode } from 'react';
import { priorTable } from '../../store/lab/prior-table';
import { useLab } from '../../store/lab/page-lab';
import { formatSignificant } from '../../store/format';
import '../summary-table.css';

const shares = ['5 %', '25 %', 'middle', '75 %', '95 %'];

export function Prior(): ReactNode {
  const prior = useLab((state) => state.prior);
  const data = useLab((state) => state.data);
  switch (prior.kind) {
    case 'none':
      return null;
    case 'working':
      return <p role="status">Data are being drawn from the prior.</p>;
    case 'refused':
      return (
        <p role="alert" className="lab-refused">
          {prior.message}
        </p>
      );
    case 'done': {
      const rows = priorTable(prior, data);
      return (
        <section className="lab-prior" aria-label="Prior">
          <h2>Before the data</h2>
          <p className="lab-note">
            A thousand worlds drawn from the prior alone. Each line says where the values of a name fall, over worlds
            and members. If outcomes fall where none can be, the prior is too wide; if yours lie outside, it is too
            narrow.
          </p>
          <div className="summary-table" role="region" aria-label="Quantiles under the prior" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">name</th>
                  {shares.map((share) => (
                    <th key={share} scope="col">
                      {share}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, quantiles }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {quantiles.map((value, k) => (
                      <td key={shares[k]}>{formatSignificant(value, 3)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      );
    }
  }
}
