// Neal's funnel in the lecture's words: one tank without data, whose population's spread is unknown. For the appendix on the sampler.
import type { Roles } from '../lang/model';

/** Neal (2003), "Slice sampling", section 8, in two dimensions; his v is twice this one. */
export const funnel: { readonly id: string; readonly text: string; readonly roles: Roles } = {
  id: 'funnel',
  text: `alpha ~ Normal(0, sigma)
log(sigma) = v
v ~ Normal(0, 1.5)
`,
  roles: { observed: [], data: [], knobs: [] },
};
