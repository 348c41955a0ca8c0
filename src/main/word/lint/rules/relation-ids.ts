import type { PackageMap } from '../package-map.ts'
import type { CreateRule } from '../rule.ts'

/** Names of relations in the text that its part has not. An empty name is one that Word itself writes. */
export function createRelationIds(map: PackageMap): CreateRule {
  return (report) => {
    let known: ReadonlySet<string> = new Set()
    return {
      startPart: (part) => {
        known = map.relationsOf(part.name)
      },
      openAny: (frame, part) => {
        if (!frame.relations) return
        for (const name of frame.relations) {
          const id = frame.raw[name] ?? ''
          if (id !== '' && !known.has(id)) report('relation-id', part, `${frame.name} ${id}`)
        }
      },
    }
  }
}
