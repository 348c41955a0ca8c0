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
  /** Drawings of the pictures that are shown, by what the text says of them (`pictureName`). */
  keepPicture(name: string, payload: Payload): void
  readonly pictures: ReadonlyMap<string, Payload>
}

/** Pictures of one name are drawn alike; the first of them is kept. */
export function pictureName({ blob, alt, width, height }: ImageAttrs): string {
  return JSON.stringify([blob, alt, width, height])
}

export function createPayloads(): Payloads {
  const byKey = new Map<string, Payload>()
  const keys = new Map<Xml, string>()
  const pictures = new Map<string, Payload>()
  return {
    byKey,
    pictures,
    keepPicture(name, payload) {
      if (!pictures.has(name)) pictures.set(name, payload)
    },
    keep(payload) {
      const known = keys.get(payload.xml)
      if (known !== undefined) return known
      const key = createHash('sha256').update(payload.xml, 'utf8').digest('hex').slice(0, 16)
      keys.set(payload.xml, key)
      if (!byKey.has(key)) byKey.set(key, payload)
      return key
    },
  }
}
