import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { compose } from './compose.ts'
import { openDesk, paragraphs } from './support.ts'

test.each([
  { name: 'in plain text', at: [4, 4], final: 'Nineきょう boats.' },
  { name: 'over a selection', at: [0, 4], final: 'きょう boats.' },
  { name: 'over a selection further on', at: [5, 10], final: 'Nine きょう.' },
  { name: 'at the end', at: [11, 11], final: 'Nine boats.きょう' },
])('composed text is tracked once $name', async ({ at, final }) => {
  const desk = openDesk(paragraphs('Nine boats.'))
  try {
    desk.select(0, at[0] ?? 0, at[1] ?? 0)
    await expect.poll(() => desk.snapshot().selectionEmpty).toBe(at[0] === at[1])
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual([final])
    expect((await desk.texts()).original).toEqual(['Nine boats.'])
  } finally {
    desk.close()
  }
})

test('composed text inside deleted text is inserted there', async () => {
  const deletion = schema.marks.deletion.create({ id: 'd1', author: 'mara' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('Nine '), schema.text('old boats', [deletion])]),
  ])
  const desk = openDesk(doc)
  try {
    desk.select(0, 8)
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['Nine きょう'])
    expect((await desk.texts()).original).toEqual(['Nine old boats'])
  } finally {
    desk.close()
  }
})

test('composed text goes on with an own insertion', async () => {
  const desk = openDesk(paragraphs('Nine boats.'))
  try {
    desk.select(0, 4)
    await userEvent.keyboard('ty')
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['Ninetyきょう boats.'])
    expect(desk.snapshot().index.changes).toHaveLength(1)
  } finally {
    desk.close()
  }
})

test('composed text after a claim stays out of it', async () => {
  const claim = schema.marks.claim.create({ id: 'k1' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('Nine boats', [claim]), schema.text('.')]),
  ])
  const desk = openDesk(doc)
  try {
    desk.select(0, 10)
    await expect.poll(() => desk.snapshot().claimId).toBe('k1')
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['Nine boatsきょう.'])
    expect(desk.snapshot().index.claims.get('k1')?.words).toBe('Nine boats')
  } finally {
    desk.close()
  }
})
