import { expect } from 'vitest'
import type { Node } from 'prosemirror-model'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import { project } from '../../../src/shared/document/projection.ts'
import type { Desk, openDesk } from './support.ts'

type Open = (doc: Node, options?: Parameters<typeof openDesk>[1]) => Desk

/**
 * Plays the same acts tracked and untracked: accepted they come to the same, rejected to the text before. Returns
 * that same text.
 */
export async function playBothWays(
  open: Open,
  base: Node,
  act: (desk: Desk) => Promise<void> | void,
): Promise<Node> {
  const tracked = open(base)
  await act(tracked)
  const redline = await tracked.stored()
  tracked.editor.decide(
    indexDocument(redline).changes.map(({ id }) => id),
    'rejected',
  )
  expect((await tracked.stored()).toJSON()).toEqual(base.toJSON())
  const free = open(base, { mode: 'edit' })
  await act(free)
  const final = await free.stored()
  expect(project(redline, 'final').toJSON()).toEqual(final.toJSON())
  return final
}
