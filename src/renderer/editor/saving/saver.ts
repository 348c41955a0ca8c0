import type { Step } from 'prosemirror-transform'
import type { Edit, Failure, Outcome } from '../../../shared/contract.ts'
import type { Decided, EditorOptions, MadeSet, SaveState } from '../api.ts'

/** Longest wait between a keystroke and its way to the store, in milliseconds (store.md, section on saving). */
export const SAVE_DELAY = 250
const FIRST_RETRY = 500
const LONGEST_RETRY = 8000
/** The contract takes 5,000 steps and 100 decisions in one batch. */
const MAX_STEPS = 2000
const MAX_DECIDED = 100

export type SaverOptions = {
  /** Sequence number that the first unsaved step stands on: the number of steps stored so far. */
  readonly seq: number
  readonly save: EditorOptions['save']
  readonly newId: () => string
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number
  /** Runs `job` once after that many milliseconds; returns its undo. */
  readonly schedule: (job: () => void, milliseconds: number) => () => void
  readonly onState: (state: SaveState) => void
  /** The store will take nothing more from this window: its text has moved on, or is locked. */
  readonly onRefused: (failure: Failure) => void
}

/** Carries steps to the store in order, one batch at a time. Nothing that types ever waits for it. */
export type Saver = {
  /** `set`: what one act made with these steps. */
  add(steps: readonly Step[], decided?: Decided, set?: MadeSet): void
  /** Everything unsent as one batch that the caller sends along with an act; sending rests until `settle`. */
  take(): Edit
  settle(edit: Edit, outcome: Outcome<{ seq: number }>): void
  /** Resolves when all is stored, or as soon as an attempt has failed. */
  flush(): Promise<void>
  /** Up to where the text of the store is that of this window. */
  storedSeq(): number
}

type Batch = {
  readonly batchId: string
  readonly steps: Edit['steps']
  readonly decided: readonly Decided[]
  readonly sets: readonly MadeSet[]
}

/** A decision travels with every batch until the last of its steps has gone: main closes each change as it goes. */
type Waiting = {
  readonly decision: Decided
  /** Number of that last step, counted from 1. */ readonly until: number
}

const UNREACHABLE: Failure = {
  code: 'internal',
  message: 'Not saved: the store did not answer. Your text is kept here and is tried again.',
}

/** Wire form of a step: ProseMirror types it as `any`, and every step has a `stepType`. */
function stepToWire(step: Step): Edit['steps'][number] {
  return step.toJSON() as Edit['steps'][number]
}

/** Ids in the document are plain text; main checks them and gives them their brand. */
function editOf(baseSeq: number, { batchId, steps, sets }: Batch): Edit {
  const edit = { baseSeq, batchId, steps }
  return sets.length === 0 ? edit : { ...edit, changeSets: sets as NonNullable<Edit['changeSets']> }
}

export function createSaver(options: SaverOptions): Saver {
  let seq = options.seq
  let steps: Edit['steps'] = []
  let decided: Waiting[] = []
  let sets: readonly MadeSet[] = []
  /** Steps handed over and steps put into batches since the beginning. */
  let handed = 0
  let batched = 0
  /** A batch keeps its id and its steps until it is acknowledged, so that sending it twice stores it once. */
  let batch: Batch | null = null
  let sending = false
  let held: Batch | null = null
  let refused = false
  let delay = FIRST_RETRY
  let cancelTimer: (() => void) | null = null
  let waiting: (() => void)[] = []
  /** When the oldest step that is in no batch was typed. */
  let oldest = 0

  const clearTimer = () => {
    cancelTimer?.()
    cancelTimer = null
  }
  const release = () => {
    const resolvers = waiting
    waiting = []
    for (const resolve of resolvers) resolve()
  }
  const cutBatch = (): Batch => {
    const next = {
      batchId: options.newId(),
      steps: steps.slice(0, MAX_STEPS),
      decided: decided.slice(0, MAX_DECIDED).map(({ decision }) => decision),
      sets,
    }
    sets = []
    steps = steps.slice(MAX_STEPS)
    batched += next.steps.length
    decided = [
      ...decided.slice(0, MAX_DECIDED).filter(({ until }) => until > batched),
      ...decided.slice(MAX_DECIDED),
    ]
    return next
  }
  let told: SaveState['kind'] | null = null
  const tell = (state: SaveState): void => {
    if (state.kind === 'saving' && told === 'saving') return
    told = state.kind
    options.onState(state)
  }
  const isIdle = () => batch === null && steps.length === 0 && decided.length === 0

  const fail = (failure: Failure) => {
    tell({ kind: 'failed', message: failure.message })
    // Sent again, it would be refused again.
    if (failure.code === 'stale-base' || failure.code === 'locked' || failure.code === 'refused') {
      refused = true
      options.onRefused(failure)
    } else {
      start(delay)
      delay = Math.min(delay * 2, LONGEST_RETRY)
    }
    release()
  }

  const send = async (): Promise<void> => {
    clearTimer()
    if (sending || held || refused) return
    if (isIdle()) return release()
    batch ??= cutBatch()
    sending = true
    tell({ kind: 'saving' })
    const current = batch
    const outcome = await options
      .save(editOf(seq, current), current.decided)
      .catch(() => ({ ok: false as const, error: UNREACHABLE }))
    sending = false
    if (!outcome.ok) return fail(outcome.error)
    batch = null
    delay = FIRST_RETRY
    seq = outcome.value.seq
    if (isIdle()) {
      tell({ kind: 'saved', at: outcome.value.at })
      release()
    } else {
      // What was typed meanwhile has waited for this answer; it does not wait once more.
      await send()
    }
  }

  function start(milliseconds: number) {
    if (cancelTimer || sending || refused) return
    cancelTimer = options.schedule(() => {
      cancelTimer = null
      void send()
    }, milliseconds)
  }

  return {
    add: (added, decision, set) => {
      if (refused) return
      // Before it is sent, too: nobody may read “Saved” while a word is only here.
      if (isIdle()) tell({ kind: 'saving' })
      if (steps.length === 0) oldest = options.now()
      steps.push(...added.map(stepToWire))
      handed += added.length
      if (decision) decided.push({ decision, until: handed })
      if (set) sets = [...sets, set]
      // A browser serves keys before timers: in a flood of them the timer would come late.
      if (decision || options.now() - oldest >= SAVE_DELAY) void send()
      else start(SAVE_DELAY)
    },
    take: () => {
      clearTimer()
      // A batch that is on its way, or is to be tried again, counts as stored: `seq` numbers steps. When it is
      // not, the act is refused as standing on nothing, and `settle` puts its steps behind that batch.
      const base = seq + (batch?.steps.length ?? 0)
      held = { batchId: options.newId(), steps, decided: [], sets }
      batched += steps.length
      steps = []
      sets = []
      tell({ kind: 'saving' })
      return editOf(base, held)
    },
    settle: (edit, outcome) => {
      if (held?.batchId !== edit.batchId) return
      if (outcome.ok) seq = outcome.value.seq
      else if (batch === null) batch = held
      else {
        steps = [...held.steps, ...steps]
        sets = [...held.sets, ...sets]
        batched -= held.steps.length
      }
      held = null
      if (isIdle()) {
        if (outcome.ok) tell({ kind: 'saved', at: Date.now() })
        release()
      } else void send()
    },
    storedSeq: () => seq,
    flush: () =>
      new Promise((resolve) => {
        if (refused || (isIdle() && !sending && !held)) return resolve()
        waiting.push(resolve)
        void send()
      }),
  }
}
