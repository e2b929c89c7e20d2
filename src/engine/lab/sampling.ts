// What the lab's runs start from, for layers that know nothing of the sampler.
export { defaultSettings } from '../../sampler/settings';
export { samplerVersion } from '../../sampler/version';
