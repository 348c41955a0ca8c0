import { readPackage } from '../../../src/main/opc/read.ts'
import type { Part } from '../../../src/main/opc/write.ts'
import { picks } from '../package-mutations.ts'
import { BYTES, CONTAINER } from './bytes.ts'
import { pack, PARTS } from './parts.ts'
import { spoilTree, TEXTS, TREE_NAMES } from './trees.ts'

export type Spoilt = { readonly what: string; readonly bytes: Buffer }

async function partsOf(bytes: Uint8Array): Promise<readonly Part[]> {
  const opened = await readPackage(bytes)
  return opened.names.map((name) => ({ name, data: opened.get(name) ?? new Uint8Array() }))
}

/** One spoilt package of a sound one: its bytes, its container, its parts or, mostly, the trees in them. */
export async function spoil(sound: Uint8Array, seed: number): Promise<Spoilt> {
  const pick = picks(seed)
  const bytes = Buffer.from(sound)
  const kind = pick(10)
  if (kind === 0) {
    const names = Object.keys(BYTES)
    const what = names[pick(names.length)] ?? ''
    return { what, bytes: BYTES[what]?.(bytes, pick) ?? bytes }
  }
  if (kind === 1) return { what: 'a field of the container', bytes: CONTAINER(bytes, pick) }
  const parts = await partsOf(bytes)
  if (kind === 2) {
    const names = Object.keys(PARTS)
    const what = names[pick(names.length)] ?? ''
    return { what, bytes: pack(PARTS[what]?.(parts, pick) ?? parts) }
  }
  const readable = parts.filter(({ name, data }) => /\.(xml|rels)$/.test(name) && data.length > 0)
  // Half of all in the text itself, where most can go wrong.
  const chosen =
    pick(2) === 0
      ? readable.find(({ name }) => name === 'word/document.xml')
      : readable[pick(Math.max(1, readable.length))]
  const names = kind === 3 ? Object.keys(TEXTS) : TREE_NAMES
  const name = names[pick(names.length)] ?? ''
  const spoilt = parts.map((part) => {
    if (part !== chosen) return part
    const xml = Buffer.from(part.data).toString('utf8')
    const made = kind === 3 ? (TEXTS[name]?.(xml, pick) ?? xml) : spoilTree(xml, name, pick)
    return { ...part, data: Buffer.from(made) }
  })
  return { what: `${chosen?.name ?? ''}: ${name}`, bytes: pack(spoilt) }
}
