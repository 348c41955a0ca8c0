import type { BroughtBack, ReturnPreview } from '../../../shared/contract.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import { CameInFile } from './came-in.tsx'
import styles from './word.module.css'

/** What bringing a file back came to, as after a first import, and where to go on. */
export function BroughtBackDialog(props: { readonly preview: ReturnPreview; readonly brought: BroughtBack }) {
  const { preview, brought } = props
  const hide = useShell((shell) => shell.hide)
  const show = (tab: 'changes' | 'comments' | 'signoff'): void => {
    hide()
    goToArticle(brought.articleId)
    useReview.getState().setTab(tab)
  }
  const { conflicts, brings, cameIn, warnings } = brought
  const goesTo = conflicts > 0 ? 'signoff' : brings.changes > 0 ? 'changes' : 'comments'
  const LABELS = {
    signoff: 'Settle the conflicts',
    changes: 'Go through the changes',
    comments: 'Read the comments',
  }
  return (
    <Dialog
      title="Brought back"
      onClose={hide}
      footer={
        <>
          <Button look="fill" onClick={() => show(goesTo)}>
            {LABELS[goesTo]}
          </Button>
          <Button onClick={hide}>Close</Button>
        </>
      }
    >
      <p className={text['strong']} dir="auto">
        {preview.headline || 'Untitled'}
      </p>
      {conflicts > 0 && (
        <p>
          {counted(conflicts, 'thing is said differently', 'things are said differently')}: both sides wait in
          Sign-off.
        </p>
      )}
      <p className={text['soft']}>
        Changes stand in the text as suggestions, comments beside their words. This report can be read again:
        More, What came in with the file.
      </p>
      <div className={styles['part']}>
        <CameInFile name={preview.name} cameIn={cameIn} warnings={warnings} brought={brings} />
      </div>
    </Dialog>
  )
}
