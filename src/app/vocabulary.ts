// The closed vocabulary of the lessons: every component that MDX may name.
import * as prose from '../prose';
import * as widgets from '../widgets';
import { Contents } from './Contents';
import { InternalLink } from './InternalLink';

export const vocabulary: Readonly<Record<string, unknown>> = { ...prose, ...widgets, Contents, a: InternalLink };
