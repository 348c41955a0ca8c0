import type { Outcome, Result } from '../../../shared/contract.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { createPackage } from '../exchange/create.ts'
import { acceptPreviewed, createPreviews, previewPackage } from '../exchange/preview.ts'
import type { Previews } from '../exchange/preview.ts'
import { takeBack } from '../exchange/right.ts'
import type { MadeFiles } from '../made-files.ts'
import { done, fail } from '../outcome.ts'
import { pickFiles } from '../pick-files.ts'

async function openDialog(
  context: Context,
  previews: Previews,
): Promise<Outcome<Result<'packages.openDialog'>>> {
  const picked = await pickFiles(context)
  if (!picked.ok) return picked
  const [file, ...others] = picked.value
  if (!file) return done(null)
  if (others.length > 0) {
    return fail('refused', 'Packages are looked at one at a time. Nothing was changed; choose one file.')
  }
  return previewPackage(context, previews, file)
}

/** Reviews that are handed to other desks and taken in from them, and the right to edit that goes with them. */
export function packageHandlers(context: Context, files: MadeFiles): HandlersOf<'packages'> {
  const previews: Previews = createPreviews()
  return {
    'packages.create': (wanted) => createPackage(context, files, wanted),
    'packages.preview': ({ job, ...file }) =>
      context.jobs.run(job, `Reading “${file.name}”`, (watch) =>
        previewPackage(context, previews, file, watch),
      ),
    'packages.openDialog': () => openDialog(context, previews),
    'packages.accept': ({ previewId, takeRight }) => acceptPreviewed(context, previews, previewId, takeRight),
    'packages.takeBack': ({ articleId, reason }) =>
      performForState(context, articleId, { whenLocked: 'allowed' }, (act) => takeBack(context, act, reason)),
  }
}
