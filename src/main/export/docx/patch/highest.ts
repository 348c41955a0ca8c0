import type { Parts } from './parts.ts'

/** The largest numbers that a file uses, above which new ones begin. */
export type Highest = {
  /** Of changes, comments, bookmarks and the like, which count together. */
  readonly id: number
  readonly pictures: number
  readonly drawings: number
  /** Eight hexadecimal digits each. */
  readonly hexIds: ReadonlySet<string>
}

/** Word counts in 31 bits; a number beyond is no reason to leave no room for ours. */
const MOST = 0x3fffffff

export function highest(parts: Parts): Highest {
  let id = 0
  let pictures = 0
  let drawings = 0
  const hexIds = new Set<string>()
  for (const name of parts.names()) {
    pictures = Math.max(pictures, Number(/\/image(\d{1,6})\.\w+$/i.exec(name)?.[1] ?? 0))
    if (!/\.xml$/i.test(name) || /^(docProps|customXml|_rels)\//i.test(name)) continue
    const text = parts.text(name) ?? ''
    for (const [, digits] of text.matchAll(/\s[\w-]+:id\s*=\s*["'](\d{1,10})["']/g)) id = within(id, digits)
    for (const [, digits] of text.matchAll(/(?:docPr|cNvPr)\b[^>]*?\sid\s*=\s*["'](\d{1,10})["']/g)) {
      drawings = within(drawings, digits)
    }
    for (const [, hex = ''] of text.matchAll(/:(?:paraId|durableId)\s*=\s*["']([0-9A-Fa-f]{8})["']/g)) {
      hexIds.add(hex.toUpperCase())
    }
  }
  return { id, pictures, drawings, hexIds }
}

function within(so: number, digits: string | undefined): number {
  const value = Number(digits)
  return value > so && value < MOST ? value : so
}
