import type { Package } from '../../opc/read.ts'
import type { Fault, Kind } from './kinds.ts'
import { mapPackage } from './package-map.ts'
import type { CreateRule, Listener, PartInfo, Report, Rule } from './rule.ts'
import { createChanges } from './rules/changes.ts'
import { createComments } from './rules/comments.ts'
import { createIds } from './rules/ids.ts'
import { createIgnorable } from './rules/ignorable.ts'
import { createMarks } from './rules/marks.ts'
import { createMoves } from './rules/moves.ts'
import { createNotes } from './rules/notes.ts'
import { createOrder } from './rules/order.ts'
import { createPlaces } from './rules/places.ts'
import { createRanges } from './rules/ranges.ts'
import { createRelationIds } from './rules/relation-ids.ts'
import { createTables } from './rules/tables.ts'
import { createThreads } from './rules/threads.ts'
import { createValues } from './rules/values.ts'
import { walkPart } from './walk.ts'
import type { Frame } from './walk.ts'

/** Every family that looks at Word's own parts; to add one is a line here, and its kinds in kinds.ts. */
const FAMILIES: readonly CreateRule[] = [
  createPlaces,
  createOrder,
  createTables,
  createChanges,
  createIds,
  createMarks,
  createMoves,
  createComments,
  createThreads,
  createNotes,
  createRanges,
  createValues,
]

/** Faults told of one kind: the first say what is wrong, and a spoilt file may hold a million. */
const MOST_OF_A_KIND = 20

/** All that is wrong with a Word file, in one walk over its parts; empty when Word would open it as it is. */
export function lintPackage(pack: Package): readonly Fault[] {
  const faults: Fault[] = []
  const counts = new Map<Kind, number>()
  const report: Report = (kind, part, at) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count <= MOST_OF_A_KIND) faults.push({ kind, part: part.name, at })
  }
  const map = mapPackage(pack, report)
  const everywhere = [createIgnorable, createRelationIds(map)].map((create) => create(report))
  const rules = FAMILIES.map((create) => create(report))
  const inWord = listeners([...everywhere, ...rules])
  const inOthers = listeners(everywhere)
  for (const part of map.parts) {
    // What is not XML tells nothing of the rest, and the rest nothing without it.
    if (lintPart(pack, part, part.role === 'other' ? inOthers : inWord)) continue
    report('not-well-formed', part, '')
    return faults
  }
  for (const rule of rules) rule.end?.()
  return faults
}

/** The faults of kinds that another file, the one this was made from, had not. */
export function addedFaults(faults: readonly Fault[], before: readonly Fault[]): readonly Fault[] {
  const known = new Set(before.map((fault) => fault.kind))
  return faults.filter((fault) => !known.has(fault.kind))
}

type Heard = {
  readonly rules: readonly Rule[]
  readonly open: ReadonlyMap<string, readonly Listener[]>
  readonly close: ReadonlyMap<string, readonly Listener[]>
  readonly any: readonly Listener[]
}

function listeners(rules: readonly Rule[]): Heard {
  const gather = (what: 'open' | 'close'): Map<string, Listener[]> => {
    const found = new Map<string, Listener[]>()
    for (const rule of rules) {
      for (const [name, listener] of Object.entries(rule[what] ?? {})) {
        found.set(name, [...(found.get(name) ?? []), listener])
      }
    }
    return found
  }
  const any = rules.flatMap((rule) => (rule.openAny ? [rule.openAny] : []))
  return { rules, open: gather('open'), close: gather('close'), any }
}

/** False: not well-formed. */
function lintPart(pack: Package, part: PartInfo, heard: Heard): boolean {
  const { rules } = heard
  const texts = rules.flatMap((rule) => (rule.text ? [rule.text] : []))
  // Of alternatives only the first is looked at: the others say the same again, with the same numbers.
  let skipped: Frame | null = null
  for (const rule of rules) rule.startPart?.(part)
  const isWhole = walkPart(pack.get(part.name) ?? new Uint8Array(), {
    open(frame) {
      if (skipped) return
      if (isAlternative(frame)) {
        skipped = frame
        return
      }
      for (const listener of heard.any) listener(frame, part)
      const listeners = heard.open.get(frame.name)
      if (listeners) for (const listener of listeners) listener(frame, part)
    },
    close(frame) {
      if (skipped === frame) skipped = null
      const listeners = skipped ? undefined : heard.close.get(frame.name)
      if (listeners) for (const listener of listeners) listener(frame, part)
    },
    text(text, parent) {
      if (!skipped) for (const listener of texts) listener(text, parent, part)
    },
  })
  if (isWhole) for (const rule of rules) rule.endPart?.(part)
  return isWhole
}

function isAlternative({ name, parent }: Frame): boolean {
  return name === 'mc:Fallback' || (name === 'mc:Choice' && parent?.last === 'mc:Choice')
}
