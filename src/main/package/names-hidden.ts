import type { PackagePerson } from '../../shared/exchange/package.ts'
import { SOMEBODY } from './scrub-external.ts'

/** Shorter parts of a name ("de", "Li") are left: they are too often ordinary words. */
const MIN_PART = 3

function whole(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'gu')
}

/** Takes the names of people out of what somebody at the desk wrote; words of the article itself never come here. */
export function namesHidden(people: readonly PackagePerson[]): (text: string) => string {
  const names = people.flatMap(({ name }) => [
    name,
    ...name.split(/\s+/).filter((part) => part.length >= MIN_PART),
  ])
  const patterns = names.map(whole)
  return (text) => patterns.reduce((left, pattern) => left.replace(pattern, SOMEBODY.name), text)
}
