import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { COUNTER_CARTEL } from './counter-cartel.ts'
import type { MarkedDraft } from './list.ts'
import type { Shape } from './shape.ts'
import { TELD } from './teld.ts'

/** A draft with the list that was made for it. */
export type ListedDraft = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly list: MarkedDraft
  readonly shape: Shape
}

const root = join(import.meta.dirname, '../../..')

const KNOWN: readonly { readonly list: MarkedDraft; readonly shape: Shape }[] = [
  {
    list: TELD,
    shape: {
      claims: 21,
      anchors: 28,
      several: 6,
      overlaps: 4,
      repeats: 3,
      notes: 26,
      onArticle: 3,
      onClaims: 3,
    },
  },
  {
    list: COUNTER_CARTEL,
    shape: {
      claims: 59,
      anchors: 90,
      several: 16,
      overlaps: 18,
      repeats: 13,
      notes: 118,
      onArticle: 11,
      onClaims: 12,
    },
  },
]

/** Reads a draft, and finds its list by what is in it: places in another text would be other words. */
export function readListed(path: string): ListedDraft {
  const bytes = readFileSync(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = KNOWN.find(({ list }) => list.sha256 === sha256)
  if (!known) throw new Error(`No list was made for ${path}, or the draft was changed since: ${sha256}.`)
  return { name: basename(path), bytes, ...known }
}

export const SAMPLE = join(root, 'resources/sample/teld-task-force.txt')

/** What `STET_DRAFT` names; null where it names nothing. */
export const COMMISSIONED: string | null = process.env['STET_DRAFT'] ?? null

/** For the title of a test that is skipped for want of it. */
export const COMMISSIONED_NAME =
  COMMISSIONED === null
    ? 'the commissioned draft: skipped, STET_DRAFT does not name it'
    : 'the commissioned draft'
