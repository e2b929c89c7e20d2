// The worker of the browser. It is loaded by URL, so that generated code runs here while the page's policy forbids it there.
import { createServer } from './server';
import { createTurn } from './turn';
import type { ToWorker } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

const receive = createServer((message, transfer) => self.postMessage(message, [...transfer]), createTurn());
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
