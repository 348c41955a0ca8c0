import type { Article } from '../../shared/model/article.ts'
import type { ChangeDecision } from '../../shared/model/change.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Thread } from '../../shared/model/thread.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import type { Store } from '../store/open-store.ts'
import { sha256 } from './hash.ts'
import { digestsOf, rowsOf } from './sealed-rows.ts'
import type { SealedKind } from './sealed-rows.ts'

/**
 * Everything of a review that is sealed, kind by kind. The order of rows comes from what is sealed of them. What the text tells by itself (headline, counts, its hash) is
 * checked against the text instead, and what changes with every save is not sealed.
 */

function lastingOf(row: Article): unknown {
  const { headSeq: _, updatedAt: _at, headline: _head, ...fields } = row
  return fields
}

/** The words that a comment or claim remembers follow the text, without anybody saying so; they are sealed apart. */
function withoutWords(row: Thread | Claim): unknown {
  const { quote: _, ...said } = row
  return said
}

const byId = ({ id }: { readonly id: string }): string => id
const itself = (row: unknown): unknown => row

const article = rowsOf<Article>({
  kind: 'article',
  rows: ({ articles }, id) => [articles.get(id)].filter((row) => row !== null),
  id: () => '',
  content: lastingOf,
})

const words = rowsOf<Thread | Claim>({
  kind: 'words',
  rows: ({ threads, claims }, id) => [...threads.list(id), ...claims.list(id)],
  id: (row) => `${'messages' in row ? 'comment' : 'claim'} ${row.id}`,
  content: ({ quote }) => quote,
})

function digestsOfDecisions(rows: readonly ChangeDecision[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [`${row.origin} ${row.seq}`, sha256(canonicalJson(row))]))
}

/** There may be thousands; only those that an act adds are looked at. */
const decision: SealedKind = {
  kind: 'decision',
  watch: ({ changeDecisions }, id) => {
    const before = new Map(changeDecisions.lasts(id))
    return () =>
      [...changeDecisions.lasts(id)].flatMap(([origin, last]) => {
        const known = before.get(origin) ?? 0
        if (last === known) return []
        const added = digestsOfDecisions(changeDecisions.after(id, origin, known))
        return [...added].map(([of, after]) => ({ id: of, before: null, after }))
      })
  },
  digests: ({ changeDecisions }, id) => digestsOfDecisions(changeDecisions.list(id)),
}

const signOff = rowsOf<string>({
  kind: 'sign-off',
  rows: ({ historyRows }, id) => historyRows.signOffIds(id),
  id: (id) => id,
  content: (id, { signOffs }, of) => signOffs.list(of).find((one) => one.id === id),
})

const custody = rowsOf<string>({
  kind: 'custody',
  rows: ({ historyRows }, id) => historyRows.custodyIds(id),
  id: (id) => id,
  content: (id, store, of) => store.custody.list(of).find((one) => one.id === id),
})

const version = rowsOf({
  kind: 'version',
  rows: ({ historyRows }, id) =>
    historyRows.versionBodies(id).map(({ id: of, position, document }) => ({ id: of, position, document })),
  id: byId,
  content: ({ id, ...kept }, { versions }, of) => ({ ...versions.get(of, id), ...kept }),
})

function contentsOf({ historyRows }: Store, id: ArticleId): ReadonlyMap<string, string> {
  const bodies = historyRows.versionBodies(id)
  return new Map(bodies.flatMap((one) => (one.content === null ? [] : [[one.id, one.content] as const])))
}

const text = digestsOf('text', ({ stepSeals }, id) => {
  const last = stepSeals.last(id)
  return new Map(last ? [['', last.digest]] : [])
})

/** In the order in which findings are told. */
export const SEALED_KINDS: readonly SealedKind[] = [
  text,
  rowsOf({
    kind: 'snapshot',
    rows: ({ historyRows }, id) => historyRows.lastingSnapshots(id),
    id: ({ seq }) => String(seq),
    content: itself,
  }),
  signOff,
  version,
  digestsOf('version-content', contentsOf),
  article,
  rowsOf({ kind: 'claim', rows: ({ claims }, id) => claims.list(id), id: byId, content: withoutWords }),
  rowsOf({ kind: 'source', rows: ({ sources }, id) => sources.list(id), id: byId, content: itself }),
  rowsOf({ kind: 'waiver', rows: ({ waivers }, id) => waivers.list(id), id: byId, content: itself }),
  rowsOf({ kind: 'reply', rows: ({ replies }, id) => replies.list(id), id: byId, content: itself }),
  rowsOf({
    kind: 'consultation',
    rows: ({ consultations }, id) => consultations.list(id),
    id: byId,
    content: itself,
  }),
  rowsOf({ kind: 'comment', rows: ({ threads }, id) => threads.list(id), id: byId, content: withoutWords }),
  rowsOf({ kind: 'change', rows: ({ changes }, id) => changes.list(id), id: byId, content: itself }),
  decision,
  rowsOf({ kind: 'set', rows: ({ changeSets }, id) => changeSets.list(id), id: byId, content: itself }),
  words,
  rowsOf({
    kind: 'place',
    rows: ({ anchors }, id) => anchors.list(id),
    id: ({ mark, id }) => `${mark} ${id}`,
    content: itself,
  }),
  rowsOf({
    kind: 'dismissal',
    rows: ({ dismissals }, id) => dismissals.list(id),
    id: ({ key }) => key,
    content: itself,
  }),
  rowsOf({ kind: 'conflict', rows: ({ conflicts }, id) => conflicts.list(id), id: byId, content: itself }),
  custody,
  rowsOf({
    kind: 'original',
    rows: ({ originals }, id) => originals.list(id),
    id: ({ sha256: of }) => of,
    content: itself,
  }),
  rowsOf({
    kind: 'export-check',
    rows: ({ exportChecks }, id) => exportChecks.latest(id),
    id: ({ kind, audience }) => `${kind} ${audience}`,
    content: itself,
  }),
  digestsOf('log', ({ log }, id) => log.heads(id)),
]

/** What may change without an act in the log: it follows the text, or is no part of the evidence. */
export const FOLLOWING: ReadonlySet<string> = new Set([
  'text',
  'snapshot',
  'change',
  'set',
  'words',
  'place',
  'dismissal',
  'version',
  'version-content',
])
