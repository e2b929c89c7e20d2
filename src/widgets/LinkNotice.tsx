// What a link asked for and could not have, in sentences.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { openedWith, speaksOfDraws } from '../store/opened-with';
import { complain, dismissComplaints, useSettings } from '../store/settings';
import './link-notice.css';

export function LinkNotice(): ReactNode {
  const complaints = useSettings((state) => state.complaints);
  useEffect(() => {
    if (speaksOfDraws) void complainOfPromise();
  }, []);
  if (complaints.length === 0) return null;
  return (
    <div className="link-notice" role="alert">
      {complaints.map((complaint) => (
        <p key={complaint}>{complaint}</p>
      ))}
      <button type="button" onClick={dismissComplaints}>
        Understood
      </button>
    </div>
  );
}

/** A link that speaks of draws which no figure of this page can show. */
async function complainOfPromise(): Promise<void> {
  const { readClassLink } = await import('../store/class-link');
  const link = readClassLink(openedWith);
  if (link.kind === 'refused') complain(link.message);
  if (link.kind === 'read' && document.getElementById(`figure-${link.promised.figure}`) === null)
    complain('The link speaks of the draws of a figure that this page does not have.');
}
