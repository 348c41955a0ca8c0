import type { Source } from '../../../shared/model/source.ts'

/** The sources that say every word that is looked for, in title, origin, grade or medium. */
export function findSources(sources: readonly Source[], query: string): readonly Source[] {
  const wanted = query.toLowerCase().split(/\s+/u)
  return sources.filter(({ title, origin, grade, medium, inText }) => {
    const said = `${title} ${origin} ${medium} ${inText} grade ${grade}`.toLowerCase()
    return wanted.every((word) => said.includes(word))
  })
}
