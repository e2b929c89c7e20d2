// Links into the lab that a lesson writes: to a lecture model with some knobs set, or to a text. They need nothing of the lab itself.

export function modelLink(model: string, knobs: Readonly<Record<string, number>> = {}): string {
  const parameters = new URLSearchParams({ model });
  for (const [name, value] of Object.entries(knobs)) parameters.set(name, String(value));
  return parameters.toString();
}

/** A model of an exercise's own; the lab gives it the data of a lecture model that knows its names. */
export function textLink(text: string): string {
  return new URLSearchParams({ text }).toString();
}
