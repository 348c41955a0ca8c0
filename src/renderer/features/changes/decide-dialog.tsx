import { useState } from 'react'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import type { Dialog as AnyDialog } from '../shell-store.ts'
import styles from './changes.module.css'

type DecideProps = Omit<Extract<AnyDialog, { kind: 'decide' }>, 'kind'>

/** Many changes at once: how many, whose and of which kind is said first. */
export function DecideDialog({ verdict, changeIds, what, shares }: DecideProps) {
  const hide = useShell((shell) => shell.hide)
  const [reason, setReason] = useState('')
  const verb = verdict === 'accepted' ? 'Accept' : 'Reject'
  const decide = (): void => {
    hide()
    useReview.getState().editor?.decide(changeIds, verdict, reason.trim())
  }
  return (
    <FormDialog title={`${verb} ${what}?`} submit={verb} onSubmit={decide} onClose={hide}>
      <dl className={styles['shares']}>
        {shares.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <TextArea
        label="Reason, if you want one kept"
        hint="The decisions are listed with your name and can be undone."
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
