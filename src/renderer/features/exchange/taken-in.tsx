import type { Accepted, PackagePreview } from '../../../shared/contract.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import { bringsInWords, RELATION_WORDS } from './preview-words.ts'

type TakenInProps = {
  readonly preview: PackagePreview
  readonly accepted: Accepted
  readonly hasRight: boolean
}

/** What accepting a package came to, and where to go on. */
export function TakenIn({ preview, accepted, hasRight }: TakenInProps) {
  const hide = useShell((shell) => shell.hide)
  const { articleId, brings, conflicts, relation, warnings } = accepted
  const words = bringsInWords(brings)
  const open = (): void => {
    hide()
    goToArticle(articleId)
    if (conflicts > 0) useReview.getState().setTab('signoff')
  }
  return (
    <Dialog
      title="Taken in"
      onClose={hide}
      footer={
        <>
          <Button look="fill" onClick={open}>
            {conflicts > 0 ? 'Settle the conflicts' : 'Open the review'}
          </Button>
          <Button onClick={hide}>Close</Button>
        </>
      }
    >
      <p className={text['strong']} dir="auto">
        {preview.headline || 'Untitled'}
      </p>
      <p>
        {RELATION_WORDS[relation].head}{' '}
        {words.length === 0 ? 'It brought nothing new.' : `${words.join(', ')}.`}
      </p>
      {conflicts > 0 && (
        <p>
          {counted(conflicts, 'thing is said differently', 'things are said differently')}: both sides wait in
          Sign-off.
        </p>
      )}
      <p className={text['soft']}>
        {hasRight ? 'The right to edit is here now.' : 'The right to edit stands as it did.'}
      </p>
      {warnings.map((warning, index) => (
        <p key={`${warning.code} ${index}`} className={text['soft']}>
          {warning.message}
        </p>
      ))}
    </Dialog>
  )
}
