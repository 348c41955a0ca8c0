import { useState } from 'react'
import type { BroughtBack, ReturnPreview } from '../../../shared/contract.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { usePressedOnce } from '../../ui/pressed-once.ts'
import text from '../../ui/text.module.css'
import { showAnew } from '../exchange/open-package.ts'
import { importDraft } from '../desk/import.ts'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import type { ReadReturn } from '../shell-store.ts'
import { BroughtBackDialog } from './brought-back.tsx'
import { ReturnFacts } from './return-facts.tsx'
import { bringsInWords } from './return-words.ts'
import styles from './word.module.css'

function Refused({ name, message }: { readonly name: string; readonly message: string }) {
  const hide = useShell((shell) => shell.hide)
  return (
    <Dialog
      title="Not brought back"
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

/** Closing the dialog does not take back what was asked for: how it went is told where the editor is by then. */
function tell(previewId: string, words: string): boolean {
  const { dialog, setNotice } = useShell.getState()
  const isShown =
    dialog?.kind === 'return' && dialog.read.kind === 'preview' && dialog.read.preview.previewId === previewId
  if (!isShown) setNotice(words)
  return isShown
}

type PreviewProps = { readonly preview: ReturnPreview; readonly bytes: Uint8Array }

function Preview({ preview, bytes }: PreviewProps) {
  const hide = useShell((shell) => shell.hide)
  const { previewId, articleId, name, refusal: refused, conflicts } = preview
  const [brought, setBrought] = useState<BroughtBack | null>(null)
  const [refusal, setRefusal] = useState('')
  const [isRunning, setRunning] = useState(false)
  const isHere = bringsInWords(preview.brings).length === 0 && conflicts.length === 0
  const accept = usePressedOnce(async () => {
    setRunning(true)
    setRefusal('')
    const outcome = await host.call('returns.accept', { previewId })
    setRunning(false)
    if (!outcome.ok) {
      if (tell(previewId, `${name}: ${outcome.error.message}`)) setRefusal(outcome.error.message)
      return
    }
    await showAnew(articleId)
    const words = `${name} is brought back: ${bringsInWords(outcome.value.brings).join(', ') || 'nothing new'}.`
    announce(words)
    if (tell(previewId, words)) setBrought(outcome.value)
  })
  if (brought !== null) return <BroughtBackDialog preview={preview} brought={brought} />
  const open = (): void => {
    hide()
    goToArticle(articleId)
  }
  const asNew = (): void => {
    hide()
    void importDraft({ name, bytes })
  }
  return (
    <Dialog
      title="A Word file comes back"
      aside={<span className={text['slug']}>{preview.slug}</span>}
      onClose={hide}
      footer={
        <>
          {isHere ? (
            <Button look="fill" onClick={open}>
              Open the review
            </Button>
          ) : (
            <Button look="fill" aria-disabled={refused !== null || isRunning} onClick={() => void accept()}>
              Bring it in
            </Button>
          )}
          <Button aria-disabled={isRunning} onClick={asNew}>
            Open it as a new draft
          </Button>
          <Button aria-disabled={isRunning} onClick={hide}>
            Leave it
          </Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <h3 className={styles['headline']} dir="auto">
        {preview.headline || 'Untitled'}
      </h3>
      {refused !== null && (
        <p className={styles['refused']} role="note">
          <b>It cannot be brought back.</b> {refused}
        </p>
      )}
      {isHere && <p>All that it holds is here already. Bringing it back changes no word.</p>}
      <ReturnFacts preview={preview} />
    </Dialog>
  )
}

/** What a Word file that was made here would bring back, before anything is stored; or why it cannot. */
export function ReturnDialog({ read }: { readonly read: ReadReturn }) {
  switch (read.kind) {
    case 'preview':
      return <Preview key={read.preview.previewId} preview={read.preview} bytes={read.bytes} />
    case 'refused':
      return <Refused name={read.name} message={read.message} />
  }
}
