export interface PageWeight {
  readonly page: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly figure: number;
  readonly read: number;
  readonly live: number;
}

export interface SiteReport {
  readonly files: number;
  readonly weights: readonly PageWeight[];
  readonly complaints: readonly string[];
}

export function checkSite(folder: string, base?: string): SiteReport;
