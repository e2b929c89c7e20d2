// The way to the next page with the world that the reader made.
import type { ReactNode } from 'react';
import './world.css';

export function WorldOnward(): ReactNode {
  return (
    <p className="world-onward">
      <a
        href="../mundlak/"
        onClick={({ currentTarget }) => {
          // The whole experiment is in the address.
          currentTarget.search = window.location.search;
        }}
      >
        Take the world as it stands here along to the next page
      </a>
    </p>
  );
}
