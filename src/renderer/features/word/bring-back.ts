import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { asJob } from '../jobs.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { hasNativeDialogs } from '../session-store.ts'
import { useShell } from '../shell-store.ts'

/** A Word file as it came in: from a file field or a drop. */
export type WordFile = { readonly name: string; readonly bytes: Uint8Array }

/** Shows what a Word file that comes back would bring; nothing is stored before somebody accepts it. */
export async function lookAtReturn(articleId: string, { name, bytes }: WordFile): Promise<void> {
  // What was typed last belongs to what the file is laid beside.
  if (!(await storedFirst())) return
  const outcome = await asJob(`Reading ${name}`, (job) =>
    host.call('returns.preview', { articleId, name, bytes, job }),
  )
  if (!outcome.ok && outcome.error.code === 'cancelled') {
    return announce(`Reading ${name} was cancelled. Nothing of it was stored.`)
  }
  useShell.getState().show({
    kind: 'return',
    read: outcome.ok
      ? { kind: 'preview', preview: outcome.value, bytes }
      : { kind: 'refused', name, message: outcome.error.message },
  })
}

/** The article here that a Word file was made from; null for any other file. */
export async function articleOf(file: WordFile): Promise<string | null> {
  const outcome = await host.call('returns.recognise', file)
  return outcome.ok ? (outcome.value?.articleId ?? null) : null
}

/** Asks for the file: by the host's own dialog where there is one, else by the window's file field. */
export async function chooseReturn(): Promise<void> {
  const { state, setError } = useReview.getState()
  if (state === null) return
  const articleId = state.article.id
  if (await hasNativeDialogs()) {
    const outcome = await host.call('returns.openDialog', {})
    if (!outcome.ok) setError(outcome.error.message)
    else if (outcome.value !== null) await lookAtReturn(articleId, outcome.value)
    return
  }
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = '.docx'
  field.addEventListener('change', () => {
    const file = field.files?.[0]
    if (file) void readAndLook(articleId, file)
  })
  field.click()
}

async function readAndLook(articleId: string, file: File): Promise<void> {
  await lookAtReturn(articleId, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}
