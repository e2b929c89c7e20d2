// What a sentence for a reader is like: begins like one, ends like one, holds no jargon of a machine.

export function plainSentence(text: string): boolean {
  const jargon = /undefined|\bNaN\b|\[object|TypeError|SyntaxError|RangeError|JSON|Unexpected|stack|null is/;
  return /^[A-Z“\d]/.test(text) && /[.!?"]$/.test(text.trim()) && text.length < 400 && !jargon.test(text);
}
