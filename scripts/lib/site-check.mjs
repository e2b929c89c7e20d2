// Everything that can be told of the built site without a browser: links and anchors, other origins, policies, weights.
import { checkLinks } from './site-check/links.mjs';
import { checkOrigins, checkPolicies } from './site-check/origins.mjs';
import { filesOf } from './site-check/read-site.mjs';
import { checkWeights, weigh } from './site-check/weights.mjs';

/** `base`: the folder of the host that the site was built for. Answers sentences, none when all is well, and the weight of every page. */
export function checkSite(folder, base = '/') {
  const files = filesOf(folder);
  const weights = weigh(folder, files, base);
  return {
    files: files.length,
    weights,
    complaints: [
      ...(weights.length === 0 ? ['there is no page'] : []),
      ...checkLinks(folder, files, base),
      ...checkOrigins(folder, files),
      ...checkPolicies(folder, files),
      ...checkWeights(weights),
    ],
  };
}
