import { useState } from 'react'
import type { Result } from '../../../shared/contract.ts'
import type { FileId } from '../../../shared/model/ids.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import text from '../../ui/text.module.css'
import { asJob, cancelJob } from '../jobs.ts'
import styles from './sign.module.css'

/** As main allows it; what is larger is not even read. */
const MAX_KEY = 1024 * 1024
const TOO_LARGE = 'This file is too large for one with a key. Nothing was signed.'

export type Signed = Result<'pdf.sign'>

type SignDialogProps = {
  readonly fileId: FileId
  readonly name: string
  /** What it says of the text that it prints; null where that is not known here. */
  readonly approved: boolean | null
  readonly onSigned: (signed: Signed) => void
  readonly onClose: () => void
}

/** Asks for somebody's own key and signs a PDF with it. The passphrase goes with the dialog. */
export function SignDialog({ fileId, name, approved, onSigned, onClose }: SignDialogProps) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [refusal, setRefusal] = useState('')
  const [running, setRunning] = useState<string | null>(null)
  // What was signed before it could be ended is still shown.
  const leave = (): void => {
    if (running !== null) cancelJob(running)
    onClose()
  }
  const sign = async (): Promise<void> => {
    if (file === null) return
    setRefusal('')
    if (file.size > MAX_KEY) return setRefusal(TOO_LARGE)
    const key = new Uint8Array(await file.arrayBuffer())
    const outcome = await asJob('Signing the PDF', (job) => {
      setRunning(job)
      return host.call('pdf.sign', { fileId, key, passphrase, job })
    })
    setRunning(null)
    setPassphrase('')
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(outcome.value.checked)
    onSigned(outcome.value)
  }
  return (
    <FormDialog
      title="Sign with a certificate"
      submit={running === null ? 'Sign' : 'Signing…'}
      waits={file === null}
      refusal={refusal}
      className={styles['form']}
      onSubmit={sign}
      onClose={leave}
    >
      <p className={text['strong']}>{name}</p>
      <TextField
        label="Your certificate with its key"
        type="file"
        accept=".p12,.pfx,application/x-pkcs12"
        hint="A .p12 or .pfx file."
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="off"
        value={passphrase}
        hint="Used once, for this signature. It is not kept."
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <p className={text['soft']}>
        The signature carries the name in the certificate, whoever sits at this desk. Signatures that are in
        the file already stay valid.
        {approved === false && ' This text is not approved, and the signature will say so.'}
      </p>
    </FormDialog>
  )
}
