// The slim module has a part of Vega's exports, with the same types.
export * from 'vega';
