import type { Node } from 'prosemirror-model'
import type { Tracking } from '../../src/shared/document/attributes.ts'
import { isContainer } from '../../src/shared/document/containers.ts'
import { deletionOf } from '../../src/shared/document/tracking-state.ts'

/** Its node, and where its content begins. */
export type Container = { readonly node: Node; readonly start: number }

/** Whether it goes when everything is accepted. */
export function isGoing(node: Node): boolean {
  if (node.isInline) return deletionOf(node.marks) !== null
  return (node.attrs['tracking'] as Tracking | null | undefined)?.deletion !== undefined
}

/** The containers that do not stand in anything deleted: what is written there stays when everything is accepted. */
export function liveContainers(doc: Node): Container[] {
  const found: Container[] = [{ node: doc, start: 0 }]
  doc.descendants((node, position) => {
    if (isGoing(node)) return false
    if (isContainer(node)) found.push({ node, start: position + 1 })
    return true
  })
  return found
}
