// A document of the built site.
export interface RenderedPage {
  /** Path in the site's folder. */
  readonly file: string;
  readonly html: string;
}
