import { perform } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done } from '../outcome.ts'

export function documentHandlers(context: Context): HandlersOf<'document'> {
  return {
    'document.save': ({ articleId, edit, decided }) => {
      // A batch sent again after its answer was lost gets that answer, whatever happened since.
      const known = context.store.documents.batch(articleId, edit.batchId)
      if (known) return done(known)
      const outcome = perform(context, articleId, { whenLocked: 'refused' }, (act) => act.edit(edit, decided))
      return outcome.ok ? done(outcome.value.value) : outcome
    },
  }
}
