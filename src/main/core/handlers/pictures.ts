import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { Picture } from '../../../shared/model/interchange.ts'
import { MAX_PICTURE } from '../../../shared/picture-address.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { naturalSize } from '../../pictures/size.ts'
import type { Context, HandlersOf } from '../context.ts'
import { sha256 } from '../hash.ts'
import { done, fail } from '../outcome.ts'

function put(
  { store, now }: Context,
  { name, bytes }: ParsedArgs<'pictures.put'>,
): Outcome<Result<'pictures.put'>> {
  if (bytes.byteLength > MAX_PICTURE) {
    return fail('too-large', `“${name}” is larger than 20 MB. Nothing was put in; make it smaller first.`)
  }
  const header = readPictureHeader(bytes)
  if (!header) {
    return fail(
      'unreadable-file',
      `“${name}” is no PNG, JPEG, GIF or WebP picture. Nothing was put in; save it as one of these first.`,
    )
  }
  const blob = sha256(bytes)
  const picture: Picture = { type: header.type, bytes }
  return store.transaction(() => {
    store.pictures.put(blob, picture, now())
    return done({ blob, ...naturalSize(header) })
  })
}

/** Bytes of pictures; the text only names them. */
export function pictureHandlers(context: Context): HandlersOf<'pictures'> {
  return { 'pictures.put': (args) => put(context, args) }
}
