import type { PackageRequest } from '../../shared/exchange/package.ts'

/** Of a slug without what some system refuses in a file name; the day is UTC. */
export function packageName({ manifest, review }: PackageRequest): string {
  const slug = review.article.slug.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  const day = new Date(manifest.at).toISOString().slice(0, 10)
  const audience = manifest.audience === 'internal' ? '' : `-${manifest.audience}`
  return `${slug === '' ? 'article' : slug.slice(0, 80)}-v${review.article.version}${audience}-${day}.stet`
}
