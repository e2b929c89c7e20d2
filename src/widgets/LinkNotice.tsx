// What a link asked for and could not have, in sentences.
import type { ReactNode } from 'react';
import { dismissComplaints, useSettings } from '../store/settings';
import './link-notice.css';

export function LinkNotice(): ReactNode {
  const complaints = useSettings((state) => state.complaints);
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
