import type { Brings, PackagePreview } from '../../../shared/contract.ts'
import type { Audience } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'

type Relation = PackagePreview['relation']

/** How what comes in stands to what is here, and what accepting it does. */
export const RELATION_WORDS: Readonly<Record<Relation, { readonly head: string; readonly words: string }>> = {
  new: {
    head: 'New on this desk.',
    words: 'The story is not here yet. It comes in whole, with all that was said of it.',
  },
  'nothing-new': {
    head: 'Nothing new.',
    words: 'All that it holds is here already. Accepting it changes no word.',
  },
  'taken-over': {
    head: 'It goes on from here.',
    words: 'Nothing was done on this desk since they had it. Their text and their marks are taken over.',
  },
  merged: {
    head: 'Both desks have worked on it.',
    words:
      'The two passes are put together. Where they overlap both stand as suggestions; nothing is dropped.',
  },
  'read-only': {
    head: 'To be read only.',
    words: 'It was made by a newer Stet. It opens as it is, and nothing of it can be changed here.',
  },
}

export const AUDIENCE_MEANINGS: Readonly<Record<Audience, string>> = {
  internal: 'internal: all that is for the desk',
  legal: 'legal: also what is private to legal',
  external: 'external: without names, comments and who the sources are',
}

const NOUNS: Readonly<Record<keyof Brings, readonly [one: string, many: string]>> = {
  changes: ['change', 'changes'],
  comments: ['comment', 'comments'],
  replies: ['message in comments', 'messages in comments'],
  claims: ['claim', 'claims'],
  sources: ['source', 'sources'],
  waivers: ['waiver', 'waivers'],
  decisions: ['decision on changes', 'decisions on changes'],
  signOffs: ['signature', 'signatures'],
  versions: ['saved version', 'saved versions'],
  logEvents: ['line of the log', 'lines of the log'],
  people: ['person', 'people'],
  files: ['file', 'files'],
}

/** What it brings that is not here, each kind with its count; nothing of what it brings none. */
export function bringsInWords(brings: Brings): readonly string[] {
  return (Object.keys(NOUNS) as (keyof Brings)[])
    .filter((key) => brings[key] > 0)
    .map((key) => counted(brings[key], ...NOUNS[key]))
}
