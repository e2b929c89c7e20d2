// Where an embedded figure lives, and what it says of where it comes from.

/** From the site's folder: 'embed/reed-frogs/shrinkage/'. */
export function embedFolder(slug: string, name: string): string {
  return `embed/${slug === '' ? 'front' : slug}/${name}/`;
}

export function creditOf(page: string, number: string): string {
  return `Tadpool — ${page} — Figure ${number}`;
}
