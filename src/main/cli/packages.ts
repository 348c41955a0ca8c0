import type { Args, PackagePreview, Purpose } from '../../shared/contract.ts'
import type { Desk } from './desk.ts'
import { RefusedError } from './headless-editor.ts'

/** Packages that go into a library and come out of it. */

const WORDS: Readonly<Record<PackagePreview['relation'], string>> = {
  new: 'It is new here.',
  'nothing-new': 'It brings nothing new.',
  'taken-over': 'It goes on from what is here, and is taken over.',
  merged: 'It is merged with what was done here.',
  'read-only': 'It was made by a newer Stet and can only be read here.',
}

/** Looked at first, as in a window: what cannot be accepted is refused with the reason. Answers id and name. */
export async function takePackage(
  desk: Desk,
  file: Args<'packages.preview'>,
  takeRight: boolean,
): Promise<{ readonly articleId: string; readonly name: string; readonly words: readonly string[] }> {
  const preview = await desk.call('packages.preview', file)
  if (preview.refusal !== null) throw new RefusedError(preview.refusal)
  const { articleId, conflicts, warnings } = await desk.call('packages.accept', {
    previewId: preview.previewId,
    takeRight: takeRight && preview.rightOffered,
  })
  const words = [
    WORDS[preview.relation],
    ...(conflicts === 0 ? [] : [`${conflicts} conflicts are to be settled (B7).`]),
    ...(preview.rightOffered && !takeRight
      ? ['It offers the right to edit, which was not taken: --take-right takes it.']
      : []),
    ...warnings.map(({ message }) => message),
  ]
  return { articleId, name: preview.slug || preview.headline, words }
}

export type PurposeOptions = { readonly handOver?: true; readonly marks?: true }

export function purposeOf({ handOver, marks }: PurposeOptions): Purpose {
  if (handOver === true && marks === true) {
    throw new RefusedError('A package is handed over or sent for marks, not both. Nothing was written.')
  }
  return handOver === true ? 'hand-over' : marks === true ? 'marks' : 'copy'
}
