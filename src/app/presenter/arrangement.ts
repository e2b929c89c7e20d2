// How a figure stands on the stage: its drawing beside what belongs to it, or above; whichever shows all of it.

const arrangements = ['side', 'stack'] as const;
const attribute = 'data-arrangement';
/** Left out where there is no room: the notes have them. */
const brief = 'data-brief';

/** Chooses for each figure among the elements the arrangement that overflows `sheet` least; the first where several do not at all. */
export function arrange(elements: readonly HTMLElement[], sheet: HTMLElement): void {
  for (const figure of elements.filter((element) => element.matches('.figure'))) {
    const tried = arrangements.flatMap((arrangement) =>
      [false, true].map((isBrief) => {
        figure.setAttribute(attribute, arrangement);
        figure.toggleAttribute(brief, isBrief);
        return { arrangement, isBrief, excess: Math.max(0, sheet.scrollHeight - sheet.clientHeight - 2) };
      }),
    );
    const best = tried.reduce((a, b) => (b.excess < a.excess ? b : a));
    figure.setAttribute(attribute, best.arrangement);
    figure.toggleAttribute(brief, best.isBrief);
  }
}

export function disarrange(article: HTMLElement): void {
  for (const figure of article.querySelectorAll(`[${attribute}]`)) {
    figure.removeAttribute(attribute);
    figure.removeAttribute(brief);
  }
}
