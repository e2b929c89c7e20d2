// The worker of Node.
import { parentPort } from 'node:worker_threads';
import { createServer } from './server';
import { createTurn } from './turn';
import type { ToWorker } from './protocol';

if (parentPort === null) throw new Error('node.worker runs as a worker thread only');
const port = parentPort;
const receive = createServer((message, transfer) => port.postMessage(message, [...transfer]), createTurn());
port.on('message', (message: ToWorker) => receive(message));
