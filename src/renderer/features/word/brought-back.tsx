import type { BroughtBack, ReturnPreview } from '../../../shared/contract.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import { bringsInWords } from './return-words.ts'

/** What bringing a file back came to, and where to go on. */
export function BroughtBackDialog(props: { readonly preview: ReturnPreview; readonly brought: BroughtBack }) {
  const { preview, brought } = props
  const hide = useShell((shell) => shell.hide)
  const words = bringsInWords(brought.brings)
  const show = (tab: 'changes' | 'comments' | 'signoff'): void => {
    hide()
    goToArticle(brought.articleId)
    useReview.getState().setTab(tab)
  }
  const { conflicts, brings } = brought
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
      <p>{words.length === 0 ? 'It brought nothing new.' : `It brought ${words.join(', ')}.`}</p>
      {conflicts > 0 && (
        <p>
          {counted(conflicts, 'thing is said differently', 'things are said differently')}: both sides wait in
          Sign-off.
        </p>
      )}
      <p className={text['soft']}>
        Changes stand in the text as suggestions, comments beside their words. The file is kept with the
        review.
      </p>
      {brought.warnings.map((warning, index) => (
        <p key={`${warning.code} ${index}`} className={text['soft']}>
          {warning.message}
        </p>
      ))}
    </Dialog>
  )
}
