import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { sideName } from '../compare/sides.ts'
import { useCompare } from '../compare/store.ts'
import { useVersions } from '../compare/versions.ts'
import { textReplaced } from '../review/reload.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import styles from './history.module.css'
import { restoreRefusal } from './restore-refusal.ts'

const NOT_STORED = 'Your last edits are not stored yet, so nothing was restored. Try again in a moment.'

/** Asks before an earlier text takes the place of the present one. */
export function RestoreDialog({ versionId }: { readonly versionId: string }) {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId } = useReview(useShallow(({ act, articleId }) => ({ act, articleId })))
  const versions = useVersions((store) => store.versions)
  const role = useSession((store) => store.session?.actor.role ?? null)
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const why = useReview(({ state }) => (state === null || role === null ? null : restoreRefusal(state, role)))
  const restore = async (): Promise<void> => {
    if (articleId === null) return
    if (!(await storedFirst())) return setRefusal(NOT_STORED)
    const outcome = await act('versions.restore', { articleId, versionId, reason })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    useCompare.getState().close()
    hide()
    await textReplaced(articleId, outcome.value.seq)
    announce('Restored. What stood before is kept among the versions.')
  }
  return (
    <FormDialog
      title="Restore this version?"
      submit="Restore"
      className={styles['ask']}
      waits={why !== null}
      refusal={refusal === '' ? (why ?? '') : refusal}
      onSubmit={restore}
      onClose={hide}
    >
      <p>
        <b>{sideName({ kind: 'version', id: versionId }, versions)}</b>
      </p>
      <p>
        The text becomes this one again. What stands now is kept as a version first, so this can be taken
        back. Changes come back as they were; comments and claims made since are found again by their words,
        or are listed without a place.
      </p>
      <TextArea
        label="Reason (may be left empty)"
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
