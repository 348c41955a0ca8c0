import type { Source } from '../../../shared/model/source.ts'
import { day } from '../../ui/time.ts'
import { ON_RECORD_NAMES, SOURCE_KIND_NAMES } from '../words.ts'

/** One line under a source's title: "Document, on the record, p. 3, seen Thu 19 Nov". */
export function describeSource(source: Source, locator = ''): string {
  const named = source.kind === 'person' || source.onRecord !== 'on-record'
  const parts = [
    SOURCE_KIND_NAMES[source.kind],
    named ? ON_RECORD_NAMES[source.onRecord] : '',
    source.directKnowledge ? 'direct knowledge' : '',
    // "Document, document" says no more than once.
    source.medium.toLowerCase() === SOURCE_KIND_NAMES[source.kind].toLowerCase() ? '' : source.medium,
    source.period,
    locator === '' ? source.locator : locator,
    source.accessedAt === null ? '' : `seen ${day(source.accessedAt)}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}
