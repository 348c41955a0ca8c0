import { create } from 'zustand'
import type { Result } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { asJob } from '../jobs.ts'
import { useReview } from '../review/store.ts'
import { useHistory } from './store.ts'

export type Verified = {
  readonly articleId: ArticleId
  readonly at: number
  readonly ok: boolean
  /** The answer in one sentence. */
  readonly words: string
  /** What does not hold, each in a sentence. */
  readonly findings: readonly string[]
}

type VerifyStore = {
  readonly running: boolean
  readonly verified: Verified | null
  readonly verify: (articleId: ArticleId) => Promise<void>
}

/** The last look at the record of an article. */
export const useVerify = create<VerifyStore>()((set, get) => ({
  running: false,
  verified: null,
  verify: async (articleId) => {
    if (get().running) return
    set({ running: true })
    const outcome = await asJob('Checking the record', (job) =>
      host.call('review.verify', { articleId, job }),
    )
    if (!outcome.ok && outcome.error.code === 'cancelled') {
      set({ running: false })
      return announce('The check of the record was cancelled.')
    }
    const verified = outcome.ok
      ? readAnswer(articleId, outcome.value)
      : { articleId, at: Date.now(), ok: false, words: outcome.error.message, findings: [] }
    set({ running: false, verified })
    announce(verified.words)
  },
}))

function readAnswer(articleId: ArticleId, found: Result<'review.verify'>): Verified {
  const { ok, events, signOffs, rows } = found
  const findings = found.findings.map(({ words }) => words)
  const read = `${counted(events, 'act')}, ${counted(signOffs, 'signature')} and ${counted(rows, 'row')}`
  const words = ok
    ? `The record is whole: ${read}, every link holds.`
    : `The record is broken: ${findings[0]}`
  return { articleId, at: Date.now(), ok, words, findings }
}

/** By key: the answer is shown in History. */
export async function verifyRecord(): Promise<void> {
  const { articleId, setTab } = useReview.getState()
  if (articleId === null) return
  setTab('history')
  useHistory.getState().setPart('record')
  await useVerify.getState().verify(articleId)
}
