import type { Context, HandlersOf } from '../context.ts'
import { fail } from '../outcome.ts'

const NOT_YET = 'This Stet cannot read or write .stet packages yet. Nothing was changed.'

export function packageHandlers(_context: Context): HandlersOf<'packages'> {
  const notYet = () => fail('not-available', NOT_YET)
  return {
    'packages.create': notYet,
    'packages.preview': notYet,
    'packages.openDialog': notYet,
    'packages.accept': notYet,
    'packages.takeBack': notYet,
  }
}
