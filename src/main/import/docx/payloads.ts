import { createHash } from 'node:crypto'
import type { ImageAttrs } from '../../../shared/document/attributes.ts'
import type { Xml } from '../../opc/xml-write.ts'

/**
 * What is kept of a Word file under a name (`Key`), in its own words. The text of a review holds names alone; whoever
 * writes the file again finds the words by reading it once more.
 */
export type Payload = {
  readonly xml: Xml
  /**
   * Where it stands: within a w:r (`run`), beside runs (`line`), beside paragraphs (`block`); `properties`: a look
   * (`looks.ts`).
   */
  readonly place: 'run' | 'line' | 'block' | 'properties'
  /** The part it was read in: the one whose relations it names. */
  readonly part: string
  /** w:id of the comments whose marks are in it. */
  readonly comments: readonly string[]
}

export type Payloads = {
  /** The key of a slice: the first 16 hexadecimal digits of its SHA-256. */
  keep(payload: Payload): string
  readonly byKey: ReadonlyMap<string, Payload>
  /** How the file draws a picture that is shown, under its `pictureKey`; the first of those that say the same. */
  keepPicture(attrs: ImageAttrs, payload: Payload): void
}

/** Pictures have no key in the text: this is the one of those that say the same of themselves. */
export function pictureKey({ blob, alt, width, height }: ImageAttrs): string {
  return keyOf(JSON.stringify(['picture', blob, alt, width, height]))
}

function keyOf(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex').slice(0, 16)
}

export function createPayloads(): Payloads {
  const byKey = new Map<string, Payload>()
  const keys = new Map<Xml, string>()
  return {
    byKey,
    keepPicture(attrs, payload) {
      const key = pictureKey(attrs)
      if (!byKey.has(key)) byKey.set(key, payload)
    },
    keep(payload) {
      const known = keys.get(payload.xml)
      if (known !== undefined) return known
      const key = keyOf(payload.xml)
      keys.set(payload.xml, key)
      if (!byKey.has(key)) byKey.set(key, payload)
      return key
    },
  }
}
