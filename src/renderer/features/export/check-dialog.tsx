import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { checkAgain, checkPdf } from './check-pdf.ts'
import { CheckResult } from './check-result.tsx'
import styles from './check.module.css'
import { PagesDialog } from './pages-dialog.tsx'
import { SaveButton } from './save-button.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { Signed } from './sign-dialog.tsx'
import { readingInWords, useChecks } from './use-checks.ts'
import type { Found, Looked } from './use-checks.ts'

type ActsProps = Looked & { readonly onSigned: (signed: Signed) => void }

function Acts({ checked, isNew, onSigned }: ActsProps) {
  const [over, setOver] = useState<'pages' | 'sign' | null>(null)
  const { fileId, name, about, faults } = checked
  const close = (): void => setOver(null)
  return (
    <>
      <Button onClick={() => setOver('pages')}>Pages</Button>
      {faults.length === 0 && <Button onClick={() => setOver('sign')}>Sign…</Button>}
      {isNew && <SaveButton key={fileId} fileId={fileId} name={name} />}
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

function Reading({ name, onCancel }: { readonly name: string; readonly onCancel: () => void }) {
  return (
    <div className={styles['reading']}>
      <p className={classes(text['soft'], text['grow'])}>{readingInWords(name)}</p>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  )
}

function WhatWasFound({ found }: { readonly found: Found }) {
  const open = useReview((review) => review.state?.textHash ?? null)
  return (
    <>
      <p className={text['stop']} role="alert">
        {found.kind === 'refused' && found.message}
      </p>
      {found.kind === 'cancelled' && <p className={text['soft']}>{found.message}</p>}
      {found.kind === 'looked' && (
        <>
          <CheckResult checked={found.looked.checked} open={open} />
          {found.looked.isNew && (
            <p className={text['strong']}>
              This file with the new signature lies nowhere until you save it. The one that you chose is as it
              was.
            </p>
          )}
        </>
      )}
    </>
  )
}

/** A PDF that Stet made, wherever it has been: whether it is as it was made, and who signed it. */
export function CheckDialog() {
  const hide = useShell((shell) => shell.hide)
  const { found, reading, read, cancel } = useChecks()
  const field = useRef<HTMLInputElement>(null)
  const choose = (file: File | undefined): void => {
    if (file) void read(file.name, false, (onJob) => checkPdf(file, onJob))
  }
  return (
    <Dialog
      title="Check a PDF"
      onClose={hide}
      footer={
        <>
          {found.kind === 'looked' && (
            <Acts
              {...found.looked}
              onSigned={(signed) => void read(signed.name, true, (onJob) => checkAgain(signed, onJob))}
            />
          )}
          <span className={text['grow']} />
          <Button look="line" onClick={hide}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles['choose']}>
        <TextField
          ref={field}
          label="A PDF that Stet made"
          type="file"
          accept=".pdf,application/pdf"
          hint="It is read and held against itself: the text, its hash on every page, the signatures. Nothing is kept of it."
          onChange={(event) => choose(event.target.files?.[0])}
        />
        {reading !== null && (
          <Reading
            name={reading.name}
            onCancel={() => {
              cancel()
              // The button goes, and the focus would go with it.
              field.current?.focus()
            }}
          />
        )}
        <WhatWasFound found={found} />
      </div>
    </Dialog>
  )
}
