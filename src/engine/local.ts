// A pool without workers: servers in this very thread, for tests.
import { createPool } from './pool';
import type { Pool } from './pool';
import type { Port } from './port';
import type { FromWorker } from './protocol';
import { createServer } from './server';
import { createTurn } from './turn';

export function createLocalPool(size = 1): Pool {
  return createPool(openPort, size);
}

function openPort(): Port {
  let hear: (message: FromWorker) => void = () => undefined;
  const turn = createTurn();
  const receive = createServer((message) => void turn().then(() => hear(message)), turn);
  return {
    post: (message) => receive(message),
    listen: (onMessage) => {
      hear = onMessage;
    },
    close: () => {
      hear = () => undefined;
    },
  };
}
