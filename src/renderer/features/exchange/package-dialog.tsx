import { useState } from 'react'
import type { Accepted, PackagePreview } from '../../../shared/contract.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import type { ReadPackage } from '../shell-store.ts'
import styles from './exchange.module.css'
import { showAnew } from './open-package.ts'
import { PackageFacts } from './package-facts.tsx'
import { RIGHT_IN_WORDS } from './package-words.ts'
import { RELATION_WORDS } from './preview-words.ts'
import { TakenIn } from './taken-in.tsx'

function Refused({ name, message }: { readonly name: string; readonly message: string }) {
  const hide = useShell((shell) => shell.hide)
  return (
    <Dialog
      title="Not taken in"
      onClose={hide}
      footer={
        <Button look="line" onClick={hide}>
          Close
        </Button>
      }
    >
      <p className={text['strong']}>{name}</p>
      <p role="alert">{message}</p>
      <p className={text['soft']}>Nothing of it was stored.</p>
    </Dialog>
  )
}

/** The sender meant it to go over, so taking the right is what is proposed. */
function Right(props: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <div className={styles['right']}>
      <CheckField
        label="Take the right to edit"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <p className={text['soft']}>{RIGHT_IN_WORDS}</p>
    </div>
  )
}

function Preview({ preview }: { readonly preview: PackagePreview }) {
  const hide = useShell((shell) => shell.hide)
  const { previewId, refusal: refused, rightOffered, relation } = preview
  const [takesRight, setTakesRight] = useState(rightOffered && preview.purpose === 'hand-over')
  const [running, setRunning] = useState(false)
  const [accepted, setAccepted] = useState<Accepted | null>(null)
  const [refusal, setRefusal] = useState('')
  if (accepted !== null) return <TakenIn preview={preview} accepted={accepted} hasRight={takesRight} />
  const accept = async (): Promise<void> => {
    setRunning(true)
    const outcome = await host.call('packages.accept', { previewId, takeRight: takesRight })
    setRunning(false)
    if (!outcome.ok) return setRefusal(outcome.error.message)
    await showAnew(outcome.value.articleId)
    announce(`${preview.name} is taken in, with ${counted(outcome.value.conflicts, 'conflict')}.`)
    setAccepted(outcome.value)
  }
  const isHere = relation === 'nothing-new' && !takesRight
  return (
    <Dialog
      title={`A package from ${preview.from.name || 'another desk'}`}
      aside={<span className={text['slug']}>{preview.slug}</span>}
      onClose={hide}
      footer={
        <>
          {isHere ? (
            <Button
              look="fill"
              onClick={() => {
                hide()
                goToArticle(preview.articleId)
              }}
            >
              Open the review
            </Button>
          ) : (
            <Button look="fill" aria-disabled={running || refused !== null} onClick={() => void accept()}>
              {running ? 'Taking it in…' : 'Take it in'}
            </Button>
          )}
          <Button onClick={hide}>Leave it</Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <h3 className={styles['headline']} dir="auto">
        {preview.headline || 'Untitled'}
      </h3>
      <PackageFacts preview={preview} />
      {refused !== null && (
        <p className={styles['refused']} role="note">
          <b>It cannot be accepted.</b> {refused}
        </p>
      )}
      <p className={styles['relation']}>
        <b>{RELATION_WORDS[relation].head}</b> {RELATION_WORDS[relation].words}
      </p>
      {rightOffered && refused === null && <Right checked={takesRight} onChange={setTakesRight} />}
    </Dialog>
  )
}

/** What a package would bring, before anything is stored; or why it was not read. */
export function PackageDialog({ read }: { readonly read: ReadPackage }) {
  switch (read.kind) {
    case 'preview':
      return <Preview key={read.preview.previewId} preview={read.preview} />
    case 'refused':
      return <Refused name={read.name} message={read.message} />
  }
}
