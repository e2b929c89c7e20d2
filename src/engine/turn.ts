// Lets queued messages in: a promise that resolves after the event loop has gone round once.

/** setTimeout would wait 4 ms once nested; a message to oneself does not. */
export function createTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
