import type { Outcome } from '../../shared/contract.ts'
import { PICTURE_TYPES } from '../../shared/exchange/package.ts'
import type { PackagePicture } from '../../shared/exchange/package.ts'
import { sha256 } from '../core/hash.ts'
import { FILE_KIND, ORIGINAL_KIND } from './format.ts'
import type { RawBlob } from './format.ts'
import { inMegabytes, LIMITS } from './limits.ts'
import { unpack } from './packed.ts'
import { damaged, tooLarge } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Everything that is kept by its hash; all of it was compared with that. */
export type ReadBlobs = {
  /** JSON texts of documents, and of the rows of saved versions. */
  readonly documents: ReadonlyMap<string, string>
  readonly contents: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, PackagePicture>
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly originals: ReadonlyMap<string, Uint8Array>
  /** How many are of a kind that is unknown here. */
  readonly unknown: number
}

const OTHERS = 'a file in it is not the one that its name says'

export function readBlobs(blobs: readonly RawBlob[], isNewer: boolean): Outcome<ReadBlobs> {
  const documents = new Map<string, string>()
  const contents = new Map<string, string>()
  const pictures = new Map<string, PackagePicture>()
  const files = new Map<string, Uint8Array>()
  const originals = new Map<string, Uint8Array>()
  let left: number = LIMITS.inflatedTotal
  let unknown = 0
  for (const blob of blobs) {
    const { sha256: name, kind, bytes } = blob
    const type = PICTURE_TYPES.find((one) => one === kind)
    if (kind === 'document' || kind === 'content') {
      const text = unpackChecked(blob, left)
      if (!text.ok) return text
      left -= text.value.length
      ;(kind === 'document' ? documents : contents).set(name, text.value)
    } else if (type !== undefined || kind === FILE_KIND || kind === ORIGINAL_KIND) {
      if (sha256(bytes) !== name) return damaged(OTHERS)
      // A copy: what SQLite gave is a view of its own memory, or shares it with other rows.
      const copy = new Uint8Array(bytes)
      if (type === undefined) (kind === FILE_KIND ? files : originals).set(name, copy)
      else pictures.set(name, { type, bytes: copy })
    } else if (isNewer) unknown += 1
    else return damaged(`it holds a file of a kind that its format does not know (“${kind.slice(0, 40)}”)`)
  }
  return { ok: true, value: { documents, contents, pictures, files, originals, unknown } }
}

function unpackChecked({ sha256: name, bytes }: RawBlob, left: number): Outcome<string> | Refusal {
  const unpacked = unpack(bytes, Math.max(1, Math.min(left, LIMITS.inflated)))
  switch (unpacked.kind) {
    case 'damaged':
      return damaged('a text in it cannot be unpacked')
    case 'too-large': {
      const most = left < LIMITS.inflated ? LIMITS.inflatedTotal : LIMITS.inflated
      const what = left < LIMITS.inflated ? 'its texts together have' : 'one of its texts has'
      return tooLarge(`${what} more than ${inMegabytes(most)}`)
    }
    case 'text':
      return sha256(unpacked.text) === name ? { ok: true, value: unpacked.text } : damaged(OTHERS)
  }
}
