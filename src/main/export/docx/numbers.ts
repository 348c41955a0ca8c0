/** Numbers of one file: the w:id counter, and the eight hex digits of paraId and durableId. */
export type Numbers = {
  /** One counter for changes, ranges and comments alike. `changeId`: the change that the element says. */
  next(changeId?: string): number
  /** The numbers that the elements of each change got. */
  ofChanges(): ReadonlyMap<string, readonly number[]>
  /**
   * 31 bits, not zero, from a stable id; the same id gives the same digits unless they are taken. The two spaces are
   * apart for Word, and a message has nearly always the same digits in both: in a package, digits said twice cost half.
   */
  hex(space: 'paragraph' | 'durable', id: string): string
}

const HIGHEST = 0x7ffffffe

/** `above`: the largest number that the file has; `ids`: its paraIds and durableIds. */
export function createNumbers(above = 0, ids: Iterable<string> = []): Numbers {
  let last = above
  const known = Array.from(ids, (id) => parseInt(id, 16))
  const taken = { paragraph: new Set(known), durable: new Set(known) }
  const changes = new Map<string, number[]>()
  return {
    next(changeId) {
      last += 1
      if (changeId === undefined) return last
      const known = changes.get(changeId)
      if (known) known.push(last)
      else changes.set(changeId, [last])
      return last
    },
    ofChanges: () => changes,
    hex(space, id) {
      const here = taken[space]
      let value = (spread(id) % HIGHEST) + 1
      while (here.has(value)) value = (value % HIGHEST) + 1
      here.add(value)
      return value.toString(16).toUpperCase().padStart(8, '0')
    },
  }
}

/** 32 bits of a text, spread well: FNV-1a, and the last step of MurmurHash3. No secret, so nothing slower is needed. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
