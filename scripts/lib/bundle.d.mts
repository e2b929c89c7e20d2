// For TypeScript that calls bundle.mjs.
export function bundled(name: string): Promise<URL>;
