import type { ReviewContent } from './review-content.ts'
import { sameJson } from './three-way.ts'

/**
 * A review that comes back from readers who were told less than is known here. What they left as it was told to them is
 * read as it is known here, in what they started from and in what they made of it: so that only what they changed
 * counts as changed, and nothing that was kept from them is taken for said otherwise.
 */

type Fields = Readonly<Record<string, unknown>>

/** Field by field; the lists of what is only ever added, and the text, are merged as they come. */
function rowsAsKnown<Row extends object>(
  told: readonly Row[],
  came: readonly Row[],
  known: readonly Row[],
  keyOf: (row: Row) => string,
): { readonly told: readonly Row[]; readonly came: readonly Row[] } {
  const here = new Map(known.map((row) => [keyOf(row), row as Fields]))
  const before = new Map(told.map((row) => [keyOf(row), row as Fields]))
  const after = new Map(came.map((row) => [keyOf(row), row as Fields]))
  const restored = (row: Row): Row => {
    const [base, now, own] = [before.get(keyOf(row)), after.get(keyOf(row)), here.get(keyOf(row))]
    if (!base || !now || !own) return row
    const isSame = ([name]: readonly [string, unknown]) => sameJson(base[name], now[name])
    const kept = Object.entries(row).map((field) => (isSame(field) ? [field[0], own[field[0]]] : field))
    return Object.fromEntries(kept) as Row
  }
  return { told: told.map(restored), came: came.map(restored) }
}

const byId = ({ id }: { readonly id: string }): string => id

type Pair = { readonly told: ReviewContent; readonly came: ReviewContent }

/** `told`: what they started from, as they were told it; `came`: what they made of it; `known`: the review here. */
export function asKnown({ told, came }: Pair, known: ReviewContent): Pair {
  const rows = <Row extends object>(
    read: (content: ReviewContent) => readonly Row[],
    keyOf: (row: Row) => string,
  ) => rowsAsKnown(read(told), read(came), read(known), keyOf)
  const article = rows(({ article: one }) => [one], byId)
  const tables = {
    changes: rows(({ changes }) => changes, byId),
    changeSets: rows(({ changeSets }) => changeSets, byId),
    anchors: rows(
      ({ anchors }) => anchors,
      ({ mark, id }) => `${mark}/${id}`,
    ),
    threads: rows(({ threads }) => threads, byId),
    claims: rows(({ claims }) => claims, byId),
    sources: rows(({ sources }) => sources, byId),
    waivers: rows(({ waivers }) => waivers, byId),
    replies: rows(({ replies }) => replies, byId),
    consultations: rows(({ consultations }) => consultations, byId),
  }
  const side = (which: 'told' | 'came', content: ReviewContent): ReviewContent => ({
    ...content,
    article: article[which][0] ?? content.article,
    ...(Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, table[which]]),
    ) as Partial<ReviewContent>),
  })
  return { told: side('told', told), came: side('came', came) }
}
