import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { classes } from '../../ui/classes.ts'
import { leaveComposer, sendComment } from '../comments/comment-on.ts'
import { ComposeForm } from '../comments/compose-form.tsx'
import { addComment } from './actions.ts'
import styles from './cards.module.css'

/** The comment being written beside the selection, or beside a change. */
export function ComposerCard({ target }: { readonly target: ThreadTarget }) {
  return (
    <ComposeForm
      target={target}
      className={classes(styles['card'], styles['active'])}
      onSend={(draft) => (target.kind === 'range' ? addComment(draft) : sendComment(target, draft))}
      onSent={leaveComposer}
    />
  )
}
