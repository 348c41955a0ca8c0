import type { DocumentIndex } from '../../shared/document/index/document-index.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Store } from '../store/open-store.ts'
import { nameOf, shortened } from './claim-name.ts'

/**
 * How the rows of a review are called in findings: as people know them. Everybody may read findings, so nothing that is
 * said in comments or to legal is quoted, and no source is called by its title.
 */
export type ReviewNames = {
  row(kind: string, id: string): string
  person(id: string | null): string
  time(at: number): string
}

/** Rows that cannot be read have no name but their id. */
function read<T>(rows: () => readonly T[]): readonly T[] {
  try {
    return rows()
  } catch {
    return []
  }
}

function time(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Numbers by the place in the text, as windows show them; what has no place comes last. */
function numbered(ids: readonly string[], placed: DocumentIndex['claims'] | undefined) {
  const inText = [...(placed?.keys() ?? [])].filter((id) => ids.includes(id))
  const rest = ids.filter((id) => !inText.includes(id))
  return new Map([...inText, ...rest].map((id, place) => [id, place + 1]))
}

type Namer = (id: string) => string | null

function namersOf(
  store: Store,
  articleId: ArticleId,
  person: ReviewNames['person'],
  index: Pick<DocumentIndex, 'claims' | 'comments'> | null,
): Readonly<Record<string, Namer>> {
  const claims = read(() => store.claims.list(articleId))
  const claimNumbers = numbered(
    claims.map(({ id }) => id),
    index?.claims,
  )
  const comments = numbered(
    read(() => store.threads.list(articleId)).map(({ id }) => id),
    index?.comments,
  )
  const sources = read(() => store.sources.list(articleId))
  const waivers = read(() => store.waivers.list(articleId))
  const replies = read(() => store.replies.list(articleId))
  const consultations = read(() => store.consultations.list(articleId))
  const changes = new Map(read(() => store.changes.list(articleId)).map((row) => [row.id as string, row]))
  const decisions = read(() => store.changeDecisions.list(articleId))
  const versions = read(() => store.versions.list(articleId))
  const signOffs = read(() => store.signOffs.list(articleId))
  const change: Namer = (id) => {
    const row = changes.get(id)
    return row ? `The change ${shortened(row.inserted || row.deleted)} of ${person(row.authorId)}` : null
  }
  return {
    claim: (id) => {
      const claim = claims.find((one) => one.id === id)
      return claim ? `Claim ${claimNumbers.get(id)} (${nameOf(claim)})` : null
    },
    comment: (id) => (comments.has(id) ? `Comment ${comments.get(id)}` : null),
    source: (id) => {
      const place = sources.findIndex((one) => one.id === id)
      return place === -1 ? null : `Source ${place + 1}`
    },
    waiver: (id) => {
      const waiver = waivers.find((one) => one.id === id)
      return waiver
        ? `The waiver of ${waiver.rules.join(', ')} for claim ${claimNumbers.get(waiver.claimId) ?? '?'}`
        : null
    },
    reply: (id) => {
      const reply = replies.find((one) => one.id === id)
      return reply ? `The reply record of ${shortened(reply.party)}` : null
    },
    consultation: (id) => {
      const one = consultations.find((row) => row.id === id)
      return one ? `The consultation of ${one.field}, ${time(one.at)}` : null
    },
    change,
    decision: (id) => {
      const row = decisions.find(({ origin, seq }) => `${origin} ${seq}` === id)
      if (!row) return null
      const about = change(row.changeId)?.replace('The', 'the') ?? 'a change'
      return `The decision of ${person(row.personId)} on ${about}`
    },
    version: (id) => {
      const version = versions.find((one) => one.id === id)
      return version ? `Version ${shortened(version.name)}, ${time(version.at)},` : null
    },
    'sign-off': (id) => {
      const signOff = signOffs.find((one) => one.id === id)
      return signOff ? `Signature ${signOff.seq} (${signOff.slot}, ${person(signOff.personId)})` : null
    },
  }
}

/** Kinds that are not named one by one, or whose row is gone. */
const WITHOUT_NAME: Readonly<Record<string, string>> = {
  article: 'The head of the article (slug, status, edition)',
  text: 'The end of the text',
  claim: 'A claim',
  comment: 'A comment',
  source: 'A source',
  waiver: 'A waiver',
  reply: 'A reply record',
  consultation: 'A consultation',
  change: 'A change',
  decision: 'A decision on a change',
  version: 'A version',
  'sign-off': 'A signature',
  'version-content': 'What a version keeps of the review',
  snapshot: 'A snapshot of the text',
  set: 'A set of changes',
  place: 'The last known place of a comment or claim',
  dismissal: 'A proposal that was put aside',
  conflict: 'A conflict between two desks',
  custody: 'A move of the right to edit',
  original: 'A Word file that is kept with it',
  'export-check': 'The check of an exported file',
  log: 'The end of the log of another desk',
}

export function createNames(
  store: Store,
  articleId: ArticleId,
  index: Pick<DocumentIndex, 'claims' | 'comments'> | null,
): ReviewNames {
  const people = new Map(read(() => store.people.list()).map(({ id, name }) => [id as string, name]))
  const person = (id: string | null) => people.get(id ?? '') ?? 'somebody unknown'
  const namers = namersOf(store, articleId, person, index)
  const row = (kind: string, id: string): string => {
    if (kind === 'words') {
      const [mark = '', of = ''] = id.split(' ')
      return `The words remembered of ${row(mark, of).replace(/^[AC]/, (first) => first.toLowerCase())}`
    }
    return namers[kind]?.(id) ?? WITHOUT_NAME[kind] ?? 'Something'
  }
  return { row, person, time }
}
