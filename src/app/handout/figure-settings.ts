// Where a figure's controls stand, as words: "how much tanks differ: 0.5, strong pooling".

/** One text for each slider, number, choice and mark among the figure's controls, in their order. */
export function settingsOf(figure: Element): readonly string[] {
  const controls = figure.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.figure-controls :is(input, select)');
  const texts = [...controls].flatMap((control) => {
    const value = valueOf(control);
    const name = nameOf(control);
    return value === null || name === '' ? [] : [value === '' ? name : `${name}: ${value}`];
  });
  const pressed = [...figure.querySelectorAll('.figure-controls > .pill[aria-pressed="true"]')].map(wordsOf);
  return [...new Set([...texts, ...pressed])];
}

/** Null where there is nothing to say: what is typed beside a slider, an empty box, a choice not taken. */
function valueOf(control: HTMLInputElement | HTMLSelectElement): string | null {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text.trim() ?? null;
  switch (control.type) {
    case 'range':
      return control.getAttribute('aria-valuetext') ?? control.value;
    case 'number':
      return control.value;
    case 'checkbox':
    case 'radio':
      return control.checked ? '' : null;
    default:
      return null;
  }
}

function nameOf(control: HTMLInputElement | HTMLSelectElement): string {
  const label = control.labels?.[0];
  return control.getAttribute('aria-label') ?? (label === undefined ? '' : wordsOf(label));
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
