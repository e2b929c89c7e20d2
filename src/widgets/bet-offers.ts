// What a figure that waits for a bet lets one choose from, written into the page, where presenter mode counts hands for it.

export interface BetOffers {
  readonly question: string;
  /** One a thing that is bet on. */
  readonly groups: readonly BetGroup[];
}

export interface BetGroup {
  /** What is bet on: "for X"; '' where there is only one. */
  readonly legend: string;
  readonly names: readonly string[];
  /** Those of the names that the figure has found right by now. */
  readonly right: readonly string[];
}

/** Attributes of the element that has `data-bet`. */
export function betAttributes(state: 'open' | 'given', offers: BetOffers) {
  return { 'data-bet': state, 'data-bet-offers': JSON.stringify(offers) } as const;
}

/** Null where neither the element nor anything in it offers a choice. */
export function betOffersIn(element: Element): BetOffers | null {
  const text = element.querySelector<HTMLElement>('[data-bet-offers]')?.dataset.betOffers;
  if (text === undefined) return null;
  const offers: BetOffers = JSON.parse(text);
  return offers;
}
