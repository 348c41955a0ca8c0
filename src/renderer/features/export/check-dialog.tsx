import { useState } from 'react'
import type { Outcome } from '../../../shared/contract.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { checkAgain, checkPdf } from './check-pdf.ts'
import type { Checked } from './check-pdf.ts'
import { CheckResult } from './check-result.tsx'
import { verdictInWords } from './check-words.ts'
import styles from './check.module.css'
import { PagesDialog } from './pages-dialog.tsx'
import { SaveButton } from './save-button.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { Signed } from './sign-dialog.tsx'

/** `isNew`: it was signed here, and lies nowhere yet. */
type Looked = { readonly checked: Checked; readonly isNew: boolean }

type ActsProps = Looked & { readonly onSigned: (signed: Signed) => void }

function Acts({ checked, isNew, onSigned }: ActsProps) {
  const [over, setOver] = useState<'pages' | 'sign' | null>(null)
  const { fileId, name, about, faults } = checked
  const close = (): void => setOver(null)
  return (
    <>
      <Button onClick={() => setOver('pages')}>Pages</Button>
      {faults.length === 0 && <Button onClick={() => setOver('sign')}>Sign…</Button>}
      {isNew && <SaveButton fileId={fileId} name={name} />}
      {over === 'pages' && <PagesDialog fileId={fileId} name={name} onClose={close} />}
      {over === 'sign' && (
        <SignDialog
          fileId={fileId}
          name={name}
          approved={about.approved}
          onSigned={(signed) => {
            close()
            onSigned(signed)
          }}
          onClose={close}
        />
      )}
    </>
  )
}

/** A PDF that Stet made, wherever it has been: whether it is as it was made, and who signed it. */
export function CheckDialog() {
  const hide = useShell((shell) => shell.hide)
  const open = useReview((review) => review.state?.textHash ?? null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [refusal, setRefusal] = useState('')
  const show = (outcome: Outcome<Checked>, isNew: boolean): void => {
    setRefusal(outcome.ok ? '' : outcome.error.message)
    setLooked(outcome.ok ? { checked: outcome.value, isNew } : null)
    if (outcome.ok) announce(verdictInWords(outcome.value))
  }
  const choose = async (file: File | undefined): Promise<void> => {
    if (file) show(await checkPdf(file), false)
  }
  const again = async (signed: Signed): Promise<void> => show(await checkAgain(signed), true)
  return (
    <Dialog
      title="Check a PDF"
      onClose={hide}
      footer={
        <>
          {looked !== null && <Acts {...looked} onSigned={(signed) => void again(signed)} />}
          <span className={text['grow']} />
          <Button look="line" onClick={hide}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles['choose']}>
        <TextField
          label="A PDF that Stet made"
          type="file"
          accept=".pdf,application/pdf"
          hint="It is read and held against itself: the text, its hash on every page, the signatures. Nothing is kept of it."
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p className={text['stop']} role="alert">
          {refusal}
        </p>
        {looked !== null && <CheckResult checked={looked.checked} open={open} />}
      </div>
    </Dialog>
  )
}
