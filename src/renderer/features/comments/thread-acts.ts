import type { Args } from '../../../shared/contract.ts'
import type { ThreadView } from '../../../shared/model/review.ts'
import type { Level, Message, ThreadAudience } from '../../../shared/model/thread.ts'
import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'
import { LEVEL_NAMES } from '../words.ts'
import { draftKeyNow, useDrafts } from './drafts.ts'
import type { Writing } from './drafts.ts'
import { offerUndo } from './undo-store.ts'

/** What can be done to a thread, wherever it is shown. What main refuses is shown as main words it. */

type Fields = {
  readonly level?: Level
  readonly assigneeId?: string | null
  readonly audience?: ThreadAudience
}

/** The thread as it stands now: since it was drawn somebody may have answered. */
function threadNow(id: string): ThreadView | undefined {
  return useReview.getState().state?.threads.find((thread) => thread.id === id)
}

async function set(threadId: string, fields: Fields): Promise<boolean> {
  const { articleId, act } = useReview.getState()
  const thread = threadNow(threadId)
  if (articleId === null || thread === undefined) return false
  const { level, assigneeId } = { ...thread, ...fields }
  const audience = fields.audience === undefined ? {} : { audience: fields.audience }
  const args: Args<'threads.set'> = { articleId, threadId, level, assigneeId, ...audience }
  return (await act('threads.set', args)).ok
}

export async function setLevel(threadId: string, level: Level): Promise<void> {
  if (await set(threadId, { level })) announce(`Level: ${LEVEL_NAMES[level]}.`)
}

export async function assign(threadId: string, assigneeId: string | null, name: string): Promise<void> {
  if (await set(threadId, { assigneeId })) announce(`Assigned to ${name}.`)
}

export async function setAudience(threadId: string, audience: ThreadAudience): Promise<void> {
  if (!(await set(threadId, { audience }))) return
  const words = audience === 'legal' ? 'Private to legal now.' : 'Open to the whole desk now.'
  offerUndo(words, () => void set(threadId, { audience: audience === 'legal' ? 'desk' : 'legal' }))
}

async function resolve(threadId: string, resolved: boolean): Promise<boolean> {
  const { articleId, act } = useReview.getState()
  if (articleId === null) return false
  return (await act('threads.resolve', { articleId, threadId, resolved })).ok
}

const RESOLVED = { true: 'Comment resolved.', false: 'Comment reopened.' } as const

/** Resolves or opens again; either can be taken back. */
export async function setResolved(threadId: string, resolved: boolean): Promise<void> {
  if (!(await resolve(threadId, resolved))) return
  offerUndo(RESOLVED[`${resolved}`], () => {
    void resolve(threadId, !resolved).then((done) => done && announce(RESOLVED[`${!resolved}`]))
  })
}

/** True when it is stored. */
export async function sendReply(threadId: string, text: string): Promise<boolean> {
  const { articleId, act } = useReview.getState()
  if (articleId === null || text.trim() === '') return false
  const outcome = await act('threads.reply', { articleId, threadId, text })
  if (outcome.ok) announce('Reply sent.')
  return outcome.ok
}

/** True when it is stored; the words before stay readable behind “edited”. */
export async function reword(threadId: string, message: Message, text: string): Promise<boolean> {
  const { articleId, act } = useReview.getState()
  if (articleId === null || text.trim() === '') return false
  if (text.trim() === message.text) return true
  const outcome = await act('threads.editMessage', { articleId, threadId, messageId: message.id, text })
  if (outcome.ok) announce('Comment changed. The words before are kept.')
  return outcome.ok
}

/** Throws a draft away, with the way back. */
export function discard(writing: Writing): void {
  const key = draftKeyNow(writing)
  const { drafts, write } = useDrafts.getState()
  const draft = drafts[key]
  if (draft === undefined) return
  write(key, null)
  offerUndo('Draft thrown away.', () => useDrafts.getState().write(key, draft))
}
