// What a link can say: settings read from and written to the query, with a sentence for each value that cannot be used.

export type SettingSpec =
  | {
      readonly kind: 'number';
      readonly label: string;
      readonly minimum: number;
      readonly maximum: number;
      readonly fallback: number;
    }
  | { readonly kind: 'whole'; readonly label: string; readonly maximum: number; readonly fallback: number }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly choices: readonly number[];
      readonly fallback: number;
    };

export interface ReadSetting {
  readonly value: number;
  /** What to tell the reader about a value that was refused or moved; null when nothing was wrong. */
  readonly complaint: string | null;
}

/** Reads one setting from the query's raw text; null means the link does not name it. */
export function readSetting(raw: string | null, spec: SettingSpec): ReadSetting {
  if (raw === null) return { value: spec.fallback, complaint: null };
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw.trim()) ? Number(raw) : Number.NaN;
  const shown = raw.length > 24 ? `${raw.slice(0, 24)}…` : raw;
  if (Number.isNaN(number))
    return {
      value: spec.fallback,
      complaint: `The link asks for ${spec.label} “${shown}”, which is not a number. This page uses ${spec.fallback}.`,
    };
  switch (spec.kind) {
    case 'number': {
      const value = Math.min(spec.maximum, Math.max(spec.minimum, number));
      return {
        value,
        complaint:
          value === number
            ? null
            : `The link asks for ${spec.label} ${shown}, outside ${spec.minimum} to ${spec.maximum}. This page uses ${value}.`,
      };
    }
    case 'whole':
      return Number.isInteger(number) && number >= 0 && number <= spec.maximum
        ? { value: number, complaint: null }
        : {
            value: spec.fallback,
            complaint: `The link asks for ${spec.label} ${shown}; it must be a whole number from 0 to ${spec.maximum}. This page uses ${spec.fallback}.`,
          };
    case 'choice':
      return spec.choices.includes(number)
        ? { value: number, complaint: null }
        : {
            value: spec.fallback,
            complaint: `The link asks for ${spec.label} ${shown}; it can be ${spec.choices.join(', ')}. This page uses ${spec.fallback}.`,
          };
  }
}

/** A setting that is one of a few words. */
export interface WordSpec<T extends string> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly fallback: T;
}

export interface ReadWord<T extends string> {
  readonly value: T;
  readonly complaint: string | null;
}

export function readWord<T extends string>(raw: string | null, spec: WordSpec<T>): ReadWord<T> {
  const value = spec.choices.find((choice) => choice === raw);
  if (raw === null || value !== undefined) return { value: value ?? spec.fallback, complaint: null };
  const shown = raw.length > 24 ? `${raw.slice(0, 24)}…` : raw;
  return {
    value: spec.fallback,
    complaint: `The link asks for ${spec.label} “${shown}”, which this page does not have. It uses ${spec.fallback}.`,
  };
}

export function withWord(query: string, name: string, value: string, fallback: string): string {
  const parameters = new URLSearchParams(query);
  if (value === fallback) parameters.delete(name);
  else parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The query with one setting changed; the fallback is left out, so that a default page has a clean address. */
export function withSetting(query: string, name: string, value: number, spec: SettingSpec): string {
  return withWord(query, name, String(value), String(spec.fallback));
}
