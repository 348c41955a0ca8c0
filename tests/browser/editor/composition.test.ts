import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { compose } from './compose.ts'
import { openDesk, paragraphs } from './support.ts'

test.each([
  { name: 'in plain text', at: [4, 4], final: 'Nineきょう boats.' },
  { name: 'over a selection', at: [0, 4], final: 'きょう boats.' },
  { name: 'over a selection further on', at: [5, 10], final: 'Nine きょう.' },
  { name: 'at the end', at: [11, 11], final: 'Nine boats.きょう' },
  { name: 'at the start of a paragraph', at: [0, 0], final: 'きょうNine boats.' },
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

test('composed text inside an own insertion is part of it', async () => {
  const desk = openDesk(paragraphs('Nine boats.'))
  try {
    desk.select(0, 4)
    await userEvent.keyboard('teen')
    desk.select(0, 6)
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['Nineteきょうen boats.'])
    await expect.poll(() => desk.snapshot().index.changes).toHaveLength(1)
    expect((await desk.texts()).original).toEqual(['Nine boats.'])
  } finally {
    desk.close()
  }
})

test('composed text at the start of a later paragraph stays in it', async () => {
  const desk = openDesk(paragraphs('One.', 'Two.'))
  try {
    desk.select(1, 0)
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['One.', 'きょうTwo.'])
    expect((await desk.texts()).original).toEqual(['One.', 'Two.'])
  } finally {
    desk.close()
  }
})

test('composed text in an empty paragraph', async () => {
  const desk = openDesk(paragraphs('One.', '', 'Two.'))
  try {
    desk.select(1, 0)
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['One.', 'きょう', 'Two.'])
    expect((await desk.texts()).original).toEqual(['One.', '', 'Two.'])
  } finally {
    desk.close()
  }
})

test.each([
  { name: 'at a caret', to: 2, final: 'Beきょうrth' },
  { name: 'over a selection', to: 4, final: 'Beきょうh' },
])('composed text in a table cell $name stays in the cell', async ({ to, final }) => {
  const desk = openDesk(
    schema.nodes.doc.create(null, [
      ...paragraphs('Fees').children,
      schema.nodes.table.create(null, [
        schema.nodes.row.create(null, [
          schema.nodes.cell.create(null, paragraphs('Berth').children),
          schema.nodes.cell.create(null, paragraphs('12').children),
        ]),
      ]),
      ...paragraphs('rise.').children,
    ]),
  )
  try {
    desk.select(1, 2, to)
    await expect.poll(() => desk.snapshot().selectionEmpty).toBe(to === 2)
    await compose('k', 'きょ', 'きょう')
    const cells = async (side: 'original' | 'final') => {
      const found: string[] = []
      project(await desk.stored(), side).descendants((node) => {
        if (node.type === schema.nodes.cell) found.push(node.textContent)
      })
      return found
    }
    await expect.poll(() => cells('final')).toEqual([final, '12'])
    expect(await cells('original')).toEqual(['Berth', '12'])
  } finally {
    desk.close()
  }
})

test('composed text over words with a comment takes the comment over', async () => {
  const comment = schema.marks.comment.create({ id: 'c1' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('Nine '), schema.text('boats', [comment]), schema.text('.')]),
  ])
  const desk = openDesk(doc)
  try {
    desk.select(0, 5, 10)
    await expect.poll(() => desk.snapshot().selectionEmpty).toBe(false)
    await compose('k', 'きょ', 'きょう')
    await expect.poll(async () => (await desk.texts()).final).toEqual(['Nine きょう.'])
    await expect.poll(() => desk.snapshot().index.comments.get('c1')?.words).toBe('きょう')
    expect((await desk.texts()).original).toEqual(['Nine boats.'])
  } finally {
    desk.close()
  }
})
