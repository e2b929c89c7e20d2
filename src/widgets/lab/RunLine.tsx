// The line that says how a run stands, and whether its draws may be trusted.
import type { ReactNode } from 'react';
import { pageRunner } from '../../store/lab/page-lab';
import type { LabStatus } from '../../store/lab/status';
import { RunStatus } from '../RunStatus';

export function RunLine({ status }: { readonly status: LabStatus }): ReactNode {
  switch (status.kind) {
    case 'nothing':
      return <div className="lab-status">{status.sentence}</div>;
    case 'fit':
      return (
        <div className="lab-status">
          <RunStatus status={status.status} onStop={pageRunner.stop} onRun={pageRunner.run} />
          {status.promise !== null && <p>{status.promise}</p>}
        </div>
      );
    case 'failed':
      return (
        <div className="lab-status" role="alert">
          {status.message}
        </div>
      );
  }
}
