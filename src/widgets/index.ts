// The figures and controls that the MDX names.
export {};
