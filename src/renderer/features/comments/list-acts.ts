import type { ThreadView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { useSession } from '../session-store.ts'
import { openField } from './draft-field.tsx'
import type { ListAct } from './row-keys.ts'
import { setAudience, setLevel, setResolved } from './thread-acts.ts'
import { undoLast } from './undo-store.ts'

/** What a key of the list does by itself; going to a row and its menu are the list's own. */
export function actOnThread(
  act: Exclude<ListAct, { readonly kind: 'move' | 'assign' }>,
  thread: ThreadView,
): void {
  const resolved = thread.resolvedAt !== null
  switch (act.kind) {
    case 'undo':
      return undoLast()
    case 'find':
      return document.querySelector<HTMLElement>('[data-find-comments]')?.focus()
    case 'resolve':
      return void setResolved(thread.id, !resolved)
    case 'reply':
    case 'reword':
    case 'level':
    case 'privacy':
      return resolved ? announce('It is resolved. E opens it again.') : change(act, thread)
  }
}

type Change = Extract<ListAct, { readonly kind: 'reply' | 'reword' | 'level' | 'privacy' }>

function change(act: Change, thread: ThreadView): void {
  const actor = useSession.getState().session?.actor
  switch (act.kind) {
    case 'reply':
      return openField({ kind: 'reply', threadId: thread.id }, 'list')
    case 'level':
      return void setLevel(thread.id, act.level)
    case 'reword': {
      const mine = thread.messages.findLast((message) => message.authorId === actor?.personId)
      if (mine === undefined) return announce('You wrote nothing here. R replies.')
      return openField({ kind: 'edit', messageId: mine.id }, 'list')
    }
    case 'privacy':
      if (actor?.role !== 'legal') return announce('Only the legal role makes a comment private.')
      return void setAudience(thread.id, thread.audience === 'legal' ? 'desk' : 'legal')
  }
}
