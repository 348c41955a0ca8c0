import type { PackageManifest } from '../../../shared/exchange/package.ts'
import { count } from '../../../shared/rules/words.ts'
import type { Plan } from './plan.ts'

const RELATIONS: Readonly<Record<Plan['relation'], string>> = {
  new: 'a review that was not here',
  'nothing-new': 'nothing that was not here',
  'taken-over': 'further work on what is here',
  merged: 'brought together with the work done here',
  'read-only': 'only to be read here',
}

/** What the log says of a package that was taken in. */
export function acceptedWords(
  name: string,
  { from, by, purpose }: PackageManifest,
  { relation, conflicts }: Plan,
  takes: boolean,
): string {
  const desk = from.name === '' ? 'another desk' : `“${from.name}”`
  const who = by === '' ? '' : ` (${by})`
  const open = conflicts.length === 0 ? '' : ` ${count(conflicts.length, 'conflict', 'conflicts')} to settle.`
  const right = takes ? ' The right to edit was taken.' : ''
  return `Took in “${name}” from ${desk}${who}, ${purpose}: ${RELATIONS[relation]}.${open}${right}`
}
