// The lecture without a network: starts the service worker, and knows whether all is kept and whether a newer version waits.
export type Offline =
  | { readonly kind: 'online' }
  | { readonly kind: 'kept' }
  /** `show` takes the newer version and loads the page again; what is set stands in the address. */
  | { readonly kind: 'newer'; readonly show: () => void };

const online: Offline = { kind: 'online' };
const listeners = new Set<() => void>();
let state: Offline = online;

export const offline = {
  read: (): Offline => state,
  /** What the server renders, and the first rendering in the browser. */
  readAtFirst: (): Offline => online,
  listen: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * `address` of the worker; its folder is what it answers for. Browsers offer workers on https and localhost only: elsewhere, and where the
 * reader forbids them, the lecture works as any page does.
 */
export async function keepOffline(address: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  try {
    const registration: ServiceWorkerRegistration | undefined = await workers.register(address);
    if (registration === undefined) return;
    const look = (): void => set(stateOf(registration, workers));
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    registration.installing?.addEventListener('statechange', look);
    workers.addEventListener('controllerchange', look);
    look();
  } catch {
    // Storage is full, or forbidden: the page needs none of it.
  }
}

function stateOf({ waiting, active }: ServiceWorkerRegistration, workers: ServiceWorkerContainer): Offline {
  if (waiting !== null && active !== null) return { kind: 'newer', show: () => take(waiting, workers) };
  return active?.state === 'activated' ? { kind: 'kept' } : online;
}

function take(worker: ServiceWorker, workers: ServiceWorkerContainer): void {
  workers.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  worker.postMessage('take over');
}

function set(next: Offline): void {
  if (next.kind === state.kind && next.kind !== 'newer') return;
  state = next;
  for (const listener of listeners) listener();
}
