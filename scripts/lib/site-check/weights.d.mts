export const budget: { readonly read: number; readonly live: number };
