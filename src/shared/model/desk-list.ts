import { z } from 'zod'
import { articleRow, status } from './article.ts'
import { articleId } from './ids.ts'

/** What the first screen asks of the articles, and what it is told: a window of rows, never all of them. */

/** Which articles are shown. */
export const facet = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('held-by-me') }),
  z.object({ kind: z.literal('mine-to-sign') }),
  z.object({ kind: z.literal('blocked-today') }),
  z.object({ kind: z.literal('status'), status }),
  z.object({ kind: z.literal('desk'), desk: z.string().max(80) }),
])
export type Facet = z.infer<typeof facet>

export const sortKey = z.enum([
  'article',
  'status',
  'due',
  'holder',
  'touched',
  'changes',
  'musts',
  'claims',
  'blockers',
])
export type SortKey = z.infer<typeof sortKey>
export const sort = z.object({ key: sortKey, descending: z.boolean() })
export type Sort = z.infer<typeof sort>

/** The most rows that one answer holds. */
export const MOST_ROWS = 500

/** Which rows: those from a place on, or those around an article, from the first where it is not among them. */
export const rowWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('from'), from: z.number().int().min(0) }),
  z.object({ kind: z.literal('around'), articleId }),
])

export const listArgs = z.object({
  facet: facet.default({ kind: 'all' }),
  sort: sort.default({ key: 'due', descending: false }),
  /** Words that headline, slug or final text hold, each of them. */
  query: z.string().max(200).default(''),
  at: rowWindow.default({ kind: 'from', from: 0 }),
  count: z.number().int().min(1).max(MOST_ROWS).default(100),
})

/** The heads of the running order, in its order. */
export const DUE_GROUPS = ['overdue', 'today', 'this-week', 'weekend', 'undated', 'later-or-done'] as const
export const dueGroup = z.enum(DUE_GROUPS)
export type DueGroup = z.infer<typeof dueGroup>

const amount = z.number().int()

/** How many articles each filter would show, whatever is searched for now. */
export const facetCounts = z.object({
  all: amount,
  heldByMe: amount,
  mineToSign: amount,
  blockedToday: amount,
  /** Steps at which nothing stands are left out. */
  statuses: z.partialRecord(status, amount),
  /** By name; articles without a desk are in none. */
  desks: z.array(z.object({ desk: z.string(), count: amount })).readonly(),
})
export type FacetCounts = z.infer<typeof facetCounts>

export const deskList = z.object({
  rows: z.array(articleRow).readonly(),
  /** Place of the first of `rows` among all that match, from 0. */
  from: amount,
  /** How many match. */
  total: amount,
  /** Groups that hold something, with their counts; none where the list is sorted otherwise than by what is due next. */
  groups: z.array(z.object({ group: dueGroup, count: amount })).readonly(),
  facets: facetCounts,
  /** Texts changed so lately that the search knows their headline and slug, but not yet their words. */
  unsearched: amount,
})
export type DeskList = z.infer<typeof deskList>
