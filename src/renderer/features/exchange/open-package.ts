import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { asJob } from '../jobs.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { hasNativeDialogs } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import type { PackageFile } from './package-file.ts'

/** Looks into a package and shows what it would bring; nothing is stored before somebody accepts it. */
export async function lookInto({ name, bytes }: PackageFile): Promise<void> {
  // It may be about the article that is open: what was typed last belongs to what it is compared with.
  if (!(await storedFirst())) return
  const outcome = await asJob(`Reading ${name}`, (job) => host.call('packages.preview', { name, bytes, job }))
  if (!outcome.ok && outcome.error.code === 'cancelled')
    return announce(`${name}: cancelled, and nothing was read.`)
  useShell.getState().show({
    kind: 'package',
    read: outcome.ok
      ? { kind: 'preview', preview: outcome.value }
      : { kind: 'refused', name, message: outcome.error.message },
  })
}

/** Has somebody choose a package: in the host's own dialog, else in the window's file field. */
export async function openPackage(): Promise<void> {
  if (!(await hasNativeDialogs())) {
    document.querySelector<HTMLInputElement>('input[data-open-files]')?.click()
    return
  }
  if (!(await storedFirst())) return
  const outcome = await host.call('packages.openDialog', {})
  if (!outcome.ok) {
    const read = { kind: 'refused', name: 'The file', message: outcome.error.message } as const
    useShell.getState().show({ kind: 'package', read })
  } else if (outcome.value !== null) {
    useShell.getState().show({ kind: 'package', read: { kind: 'preview', preview: outcome.value } })
  }
}

/** Asks why the right is taken back; where it is here already, says so. */
export function askToTakeBack(): void {
  const { state, setError } = useReview.getState()
  if (state?.article.editRight === 'away') return useShell.getState().show({ kind: 'take-back' })
  setError('The right to edit is here. There is nothing to take back.')
}

/** The text of an open article may be another one now: the window takes it anew. */
export async function showAnew(articleId: string): Promise<void> {
  const { articleId: shown, open } = useReview.getState()
  if (shown === articleId) await open(articleId)
}
