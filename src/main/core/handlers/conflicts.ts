import type { Context, HandlersOf } from '../context.ts'
import { fail } from '../outcome.ts'

export function conflictHandlers(_context: Context): HandlersOf<'conflicts'> {
  return {
    'conflicts.settle': () =>
      fail('not-found', 'This conflict is not in the article any more. Nothing was changed.'),
  }
}
