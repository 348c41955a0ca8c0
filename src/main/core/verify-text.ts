import type { Node } from 'prosemirror-model'
import { readSnapshot, replaySteps } from '../../shared/document/stored-steps.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { SnapshotOfText } from '../store/history-rows.ts'
import type { Store } from '../store/open-store.ts'
import { stepDigest, textDigest } from '../store/step-seals.ts'
import type { StepRow } from '../store/step-seals.ts'
import type { ReviewNames } from './verify-names.ts'

type Read = { readonly row: StepRow; readonly step: unknown; readonly isReadable: boolean }

/** What the stored text comes to, and what is wrong with it. */
export type VerifiedText = {
  /** At its end; null where it cannot be built. */
  readonly doc: Node | null
  readonly seq: number
  readonly found: readonly string[]
}

const NO_BEGINNING = 'The imported text is missing or damaged.'

function readStep(row: StepRow): Read {
  try {
    return { row, step: JSON.parse(row.step) as unknown, isReadable: true }
  } catch {
    return { row, step: null, isReadable: false }
  }
}

/** Each step against its seal, which names the step before. */
function brokenSteps(
  steps: readonly Read[],
  seals: ReadonlyMap<number, string>,
  names: ReviewNames,
): readonly string[] {
  const broken: string[] = []
  let next = 1
  for (const { row, step, isReadable } of steps) {
    for (; next < row.seq; next += 1) broken.push(`Step ${next} of the text is missing.`)
    next = row.seq + 1
    const seal = seals.get(row.seq)
    const before = seals.get(row.seq - 1)
    const by = `Step ${row.seq} of the text (${names.person(row.author_id)}, ${names.time(row.at)})`
    if (seal === undefined) broken.push(`${by} was put in outside Stet, or its seal is missing.`)
    else if (before !== undefined && (!isReadable || stepDigest(before, row, step) !== seal)) {
      broken.push(`${by} was changed outside Stet.`)
    }
  }
  for (const seq of seals.keys()) if (seq >= next) broken.push(`Step ${seq} of the text is missing.`)
  return broken
}

function parse(json: string | null): Node | null {
  if (json === null) return null
  try {
    const read = readSnapshot(JSON.parse(json))
    return read.ok ? read.doc : null
  } catch {
    return null
  }
}

/** Replays everything from the imported text on, and holds every snapshot against what comes out. */
function replay(
  first: Node,
  steps: readonly Read[],
  snapshots: readonly SnapshotOfText[],
): { readonly doc: Node | null; readonly found: readonly string[] } {
  const found: string[] = []
  const due = new Map(snapshots.map((snapshot) => [snapshot.seq, snapshot]))
  let doc: Node | null = first
  for (const { row, step } of [{ row: { seq: 0 }, step: null }, ...steps]) {
    if (row.seq > 0 && doc) {
      const applied = replaySteps(doc, [step])
      if (!applied.ok)
        found.push(`The text cannot be built: step ${row.seq} does not fit the text before it.`)
      doc = applied.ok ? applied.doc : null
    }
    const snapshot = due.get(row.seq)
    due.delete(row.seq)
    if (snapshot && doc) found.push(...differs(snapshot, doc))
  }
  for (const { seq } of due.values())
    found.push(`The snapshot of the text at step ${seq} stands for no step.`)
  return { doc, found }
}

function differs({ seq, reason, json }: SnapshotOfText, doc: Node): readonly string[] {
  const kind = reason === 'automatic' ? 'automatic snapshot' : `snapshot of the ${reason}`
  const read = parse(json)
  if (!read) return [`The ${kind} at step ${seq} is damaged; the steps still tell the text.`]
  return read.eq(doc)
    ? []
    : [`The ${kind} at step ${seq} was changed outside Stet: it is not what the steps come to.`]
}

/** Reads the whole text as it is stored: every step against its seal, and every snapshot against the steps. */
export function verifyText(store: Store, articleId: ArticleId, names: ReviewNames): VerifiedText {
  const { historyRows, stepSeals } = store
  const steps = historyRows.steps(articleId).map(readStep)
  const seals = stepSeals.all(articleId)
  const snapshots = historyRows.snapshots(articleId)
  const json = snapshots.find(({ seq }) => seq === 0)?.json ?? null
  const first = parse(json)
  const begun = json === null || !first ? null : textDigest(JSON.parse(json))
  const beginning =
    begun === null
      ? [NO_BEGINNING]
      : begun === seals.get(0)
        ? []
        : ['The imported text was changed outside Stet.']
  const inSteps = brokenSteps(steps, seals, names)
  const seq = steps.at(-1)?.row.seq ?? 0
  if (!first) return { doc: null, seq, found: [...beginning, ...inSteps] }
  const replayed = replay(first, steps, snapshots)
  return { doc: replayed.doc, seq, found: [...beginning, ...inSteps, ...replayed.found] }
}
