// The address of what is on the stage, as a code for the room's phones and as text; drawn here, sent nowhere.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';

export interface CodeDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

interface Drawing {
  /** Modules a side. */
  readonly size: number;
  readonly path: string;
}

export function CodeDialog({ address, onClose }: CodeDialogProps): ReactNode {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      const { drawCode } = await import('./code');
      if (wanted) setDrawing(drawCode(address));
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [address]);
  return (
    <Dialog title="This page as it stands" onClose={onClose}>
      {drawing !== null && (
        <svg
          className="presenter-code"
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          role="img"
          aria-label={`Code that leads to ${address}`}
          shapeRendering="crispEdges"
        >
          <rect width={drawing.size} height={drawing.size} fill="#fff" />
          <path d={drawing.path} fill="#000" />
        </svg>
      )}
      <p className="presenter-address">
        <a href={address}>{address}</a>
      </p>
    </Dialog>
  );
}
