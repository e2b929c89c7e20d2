// Where a figure's controls stand, as words: "how much tanks differ: 0.5, strong pooling".

type Control = HTMLInputElement | HTMLSelectElement;

/** Drafts and bets are no settings, a typed twin says what its slider says, and a value worth visiting what was visited. */
const notSettings = 'form *, .world-bet *, [aria-label$=", typed"], [role="group"][aria-label*="worth"] *';

/** One text for each slider, number, choice and mark among the figure's controls, in their order. */
export function settingsOf(figure: Element): readonly string[] {
  const controls = figure.querySelectorAll<Control | HTMLButtonElement>(
    ':is(.figure-controls, .world-controls) :is(input, select, button[aria-pressed="true"])',
  );
  const texts = [...controls]
    .filter((control) => !control.matches(notSettings))
    .map((control) => (control instanceof HTMLButtonElement ? wordsOf(control) : settingOf(control)))
    .filter((text) => text !== '');
  return [...new Set(texts)];
}

/** '' where there is nothing to say: an empty box, a choice not taken. */
function settingOf(control: Control): string {
  const value = valueOf(control);
  const label = control.labels?.[0];
  if (value === null) return '';
  if (value !== '' && label?.contains(control) === true) return sentenceOf(label, control, value);
  const name = control.getAttribute('aria-label') ?? (label === undefined ? '' : wordsOf(label));
  return value === '' || name === '' ? name : `${name}: ${value}`;
}

function valueOf(control: Control): string | null {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text.trim() ?? null;
  switch (control.type) {
    case 'range':
      return control.getAttribute('aria-valuetext') ?? control.value;
    case 'number':
      return control.value === '' ? null : control.value;
    case 'checkbox':
    case 'radio':
      return control.checked ? '' : null;
    default:
      return null;
  }
}

/** What a label says around its control, and the value in the control's place: "Keep 3 of its 662 responses". */
function sentenceOf(label: Element, control: Element, value: string): string {
  const before = document.createRange();
  before.setStart(label, 0);
  before.setEndBefore(control);
  const after = document.createRange();
  after.setStartAfter(control);
  after.setEnd(label, label.childNodes.length);
  return tidy(`${String(before)} ${value} ${String(after)}`);
}

function wordsOf(element: Element): string {
  return tidy(element.textContent);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
