import { ReplaceStep } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import { Slice } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import type { Edit, Outcome } from '../../../../src/shared/contract.ts'
import type { Decided, SaveState } from '../../../../src/renderer/editor/api.ts'
import { createSaver } from '../../../../src/renderer/editor/saving/saver.ts'

type Answer = Outcome<{ seq: number; at: number }>
const step = (at: number): Step => new ReplaceStep(at, at, Slice.empty)
const at = (edit: Edit) => edit.steps.map((json) => json['from'])

/** A saver over a store whose answers the test gives one by one, and a clock that only moves when told. */
function setUp(seq = 0) {
  const sent: { edit: Edit; decided: readonly Decided[]; answer(outcome: Answer): Promise<void> }[] = []
  const states: SaveState[] = []
  const refusals: string[] = []
  let timer: { job: () => void; after: number } | null = null
  let ids = 0
  const clock = { now: 0 }
  const saver = createSaver({
    seq,
    newId: () => `batch-${(ids += 1)}`,
    now: () => clock.now,
    save: (edit, decided) =>
      new Promise((resolve) => {
        sent.push({
          edit,
          decided,
          answer: async (outcome) => {
            resolve(outcome)
            await new Promise((done) => setImmediate(done))
          },
        })
      }),
    schedule: (job, after) => {
      timer = { job, after }
      return () => (timer = null)
    },
    onState: (state) => states.push(state),
    onRefused: (failure) => refusals.push(failure.code),
  })
  const tick = () => {
    const due = timer
    timer = null
    due?.job()
    return due?.after ?? null
  }
  return { saver, sent, states, refusals, tick, clock }
}
const stored = (seq: number): Answer => ({ ok: true, value: { seq, at: 7 } })
const failed = (code: 'internal' | 'stale-base' | 'locked' | 'refused'): Answer => ({
  ok: false,
  error: { code, message: 'Not saved.' },
})

describe('the saver', () => {
  test('waits a moment, then sends what was typed as one batch', async () => {
    const { saver, sent, states, tick } = setUp(5)
    saver.add([step(1)])
    saver.add([step(2)])
    expect(sent).toEqual([])
    // Nobody reads “Saved” while words are only here.
    expect(states).toEqual([{ kind: 'saving' }])
    expect(tick()).toBe(250)
    expect(sent[0]?.edit).toMatchObject({ baseSeq: 5, batchId: 'batch-1' })
    expect(sent[0] && at(sent[0].edit)).toEqual([1, 2])
    expect(states).toEqual([{ kind: 'saving' }])
    await sent[0]?.answer(stored(7))
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 })
  })

  test('sends a decision along with every batch that its steps fill', async () => {
    const { saver, sent } = setUp()
    const decision: Decided = { changeIds: ['a'], verdict: 'accepted', reason: '' }
    saver.add(
      Array.from({ length: 4100 }, (_, index) => step(index)),
      decision,
    )
    void saver.flush()
    await sent[0]?.answer(stored(2000))
    await sent[1]?.answer(stored(4000))
    await sent[2]?.answer(stored(4100))
    expect(sent.map(({ edit, decided }) => [edit.steps.length, decided])).toEqual([
      [2000, [decision]],
      [2000, [decision]],
      [100, [decision]],
    ])
  })

  test('does not depend on the timer when keys come without a pause', () => {
    const { saver, sent, clock } = setUp()
    saver.add([step(1)])
    clock.now = 249
    saver.add([step(2)])
    expect(sent).toEqual([])
    clock.now = 250
    saver.add([step(3)])
    expect(sent.map(({ edit }) => at(edit))).toEqual([[1, 2, 3]])
  })

  test('keeps one batch in flight and stands the next on its sequence number', async () => {
    const { saver, sent, states, tick } = setUp()
    saver.add([step(1)])
    tick()
    saver.add([step(2)])
    tick()
    expect(sent).toHaveLength(1)
    await sent[0]?.answer(stored(1))
    expect(states.at(-1)).toEqual({ kind: 'saving' })
    tick()
    expect(sent[1]?.edit).toMatchObject({ baseSeq: 1, batchId: 'batch-2' })
    await sent[1]?.answer(stored(2))
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 })
  })

  test('sends a failed batch again under the same id, later each time, without what came after', async () => {
    const { saver, sent, states, tick } = setUp()
    saver.add([step(1)])
    tick()
    await sent[0]?.answer(failed('internal'))
    expect(states.at(-1)).toEqual({ kind: 'failed', message: 'Not saved.' })
    saver.add([step(2)])
    expect(tick()).toBe(500)
    expect(sent[1]?.edit).toEqual(sent[0]?.edit)
    await sent[1]?.answer(failed('internal'))
    expect(tick()).toBe(1000)
    await sent[2]?.answer(stored(1))
    tick()
    expect(sent[3] && at(sent[3].edit)).toEqual([2])
  })

  test.each(['stale-base', 'locked', 'refused'] as const)('stops at %s', async (code) => {
    const { saver, sent, refusals, tick } = setUp()
    saver.add([step(1)])
    tick()
    await sent[0]?.answer(failed(code))
    expect(refusals).toEqual([code])
    saver.add([step(2)])
    expect(tick()).toBeNull()
    await saver.flush()
    expect(sent).toHaveLength(1)
  })

  test('sends a set of changes once, with the steps that made it, also when an act takes them', async () => {
    const set = { id: 's', label: 'Replace all', changeIds: ['a', 'b'] }
    const { saver, sent, tick } = setUp()
    saver.add([step(1)], undefined, set)
    tick()
    expect(sent[0]?.edit.changeSets).toEqual([set])
    await sent[0]?.answer(stored(1))
    saver.add([step(2)], undefined, { ...set, id: 't' })
    const edit = saver.take()
    expect(edit.changeSets).toEqual([{ ...set, id: 't' }])
    saver.settle(edit, failed('refused'))
    expect(sent[1]?.edit).toEqual(edit)
    await sent[1]?.answer(stored(2))
    saver.add([step(3)])
    tick()
    expect(sent[2]?.edit).not.toHaveProperty('changeSets')
  })

  test('sends a decision at once', () => {
    const { saver, sent } = setUp()
    const decision: Decided = { changeIds: ['a'], verdict: 'accepted', reason: '' }
    saver.add([step(1)], decision)
    expect(sent[0]?.decided).toEqual([decision])
  })

  test('flush resolves when everything is stored', async () => {
    const { saver, sent, tick } = setUp()
    saver.add([step(1)])
    tick()
    saver.add([step(2)])
    let done = false
    const flushed = saver.flush().then(() => (done = true))
    await sent[0]?.answer(stored(1))
    expect(done).toBe(false)
    await sent[1]?.answer(stored(2))
    await flushed
    expect(done).toBe(true)
  })

  test('flush resolves when the attempt has failed', async () => {
    const { saver, sent } = setUp()
    saver.add([step(1)])
    const flushed = saver.flush()
    await sent[0]?.answer(failed('internal'))
    await flushed
    expect(sent).toHaveLength(1)
  })

  test('an act takes what is unsent, and sending rests until it is settled', async () => {
    const { saver, sent, tick } = setUp(3)
    saver.add([step(1), step(2)])
    const edit = saver.take()
    expect(edit).toMatchObject({ baseSeq: 3 })
    expect(at(edit)).toEqual([1, 2])
    saver.add([step(3)])
    tick()
    expect(sent).toEqual([])
    saver.settle(edit, { ok: true, value: { seq: 5 } })
    await Promise.resolve()
    expect(sent[0]?.edit.baseSeq).toBe(5)
    expect(sent[0] && at(sent[0].edit)).toEqual([3])
  })

  test('the steps of a refused act are saved by themselves, under the id they already had', () => {
    const { saver, sent } = setUp()
    saver.add([step(1)])
    const edit = saver.take()
    saver.settle(edit, failed('internal'))
    expect(sent[0]?.edit).toEqual(edit)
  })

  test('an act refused because the batch before it failed comes after that batch', async () => {
    const { saver, sent, tick } = setUp()
    saver.add([step(1)])
    tick()
    saver.add([step(2)])
    const edit = saver.take()
    await sent[0]?.answer(failed('internal'))
    saver.settle(edit, failed('stale-base'))
    expect(sent[1]?.edit).toEqual(sent[0]?.edit)
    await sent[1]?.answer(stored(1))
    tick()
    expect(sent[2]?.edit.baseSeq).toBe(1)
    expect(sent[2] && at(sent[2].edit)).toEqual([2])
  })

  test('an act that is taken while a batch is under way stands on that batch', async () => {
    const { saver, sent, tick } = setUp()
    saver.add([step(1), step(2)])
    tick()
    saver.add([step(3)])
    const edit = saver.take()
    expect(edit.baseSeq).toBe(2)
    expect(at(edit)).toEqual([3])
    await sent[0]?.answer(stored(2))
    saver.settle(edit, { ok: true, value: { seq: 3 } })
    saver.add([step(4)])
    tick()
    expect(sent[1]?.edit.baseSeq).toBe(3)
  })
})
