// Links into the lab, for lessons.
export { modelLink, textLink } from '../../engine/lab/short-links';
