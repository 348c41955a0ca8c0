import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { callOrThrow, RefusedError } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { EVERY_RUN, parametersOf } from '../../../../support/fuzz.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import { sitDown } from '../../../../support/marked-draft/mark-up.ts'
import { perform, randomAct } from '../../../../support/random-acts.ts'
import type { Act, Desk } from '../../../../support/random-acts.ts'
import { expectKept, newLedger } from '../../../../support/said-ledger.ts'

/** Each act is a transaction on a real disk, and is looked at from outside: a fifteenth of the runs. */
const SOME = { ...EVERY_RUN, runs: Math.ceil(EVERY_RUN.runs / 15) }

const DRAFT =
  'Boats came\nSix boats came in at night. Nobody saw them.\nThe harbour was dark. All knew of it.'

async function play(acts: readonly Act[]): Promise<void> {
  const folder = temporaryFolder()
  let library = await openTestLibrary(folder.path)
  const ledger = newLedger()
  const bytes = new TextEncoder().encode(DRAFT)
  const { articleId } = await library.must('articles.import', { name: 'draft.txt', bytes })

  async function sit(): Promise<Desk> {
    const call = callOrThrow(library.core)
    const author = await sitDown({ call, newId }, 'desk')
    return {
      call,
      newId,
      articleId,
      author,
      ledger,
      window: await openWindow(call, articleId, author, newId),
    }
  }

  /** Whoever is in the legal role reads everything. */
  async function look(): Promise<void> {
    await sitDown(desk, 'legal')
    const events = await library.must('review.log', { articleId })
    const state = await library.must('review.state', { articleId })
    expectKept(
      ledger,
      state,
      events.map(({ kind }) => kind),
    )
  }

  let desk = await sit()
  try {
    for (const act of acts) {
      if (act.kind === 'reopen') {
        await library.core.close()
        library = await openTestLibrary(folder.path)
        desk = await sit()
      }
      try {
        await perform(desk, act)
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        expect(error.message).not.toMatch(/^Something in Stet went wrong/)
        desk = await sit()
      }
      await look()
    }
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  } finally {
    await library.core.close()
    folder.remove()
  }
}

test('whatever is done, all that was said stays readable', { timeout: SOME.runs * 20_000 }, async () => {
  const acts = fc.array(randomAct, { minLength: 1, maxLength: SOME.edits, size: 'max' })
  await fc.assert(fc.asyncProperty(acts, play), parametersOf(SOME))
})
