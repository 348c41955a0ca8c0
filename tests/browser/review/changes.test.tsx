import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import {
  article,
  choose,
  closeChanges,
  inserted,
  openChanges,
  para,
  row,
  rows,
  said,
} from './changes-desk.tsx'
import type { Open } from './changes-desk.tsx'

let open: Open | null = null

beforeEach(() => page.viewport(1280, 800))
afterEach(async () => {
  await closeChanges(open)
  open = null
})

async function start(...given: Parameters<typeof openChanges>): Promise<Open> {
  return (open = await openChanges(...given))
}

describe('the Changes tab', () => {
  test('lists a replacement as one, and says each change as one sentence', async () => {
    await start()
    expect(rows()).toEqual([
      'replacement “smashes” replaced with “breaks up”, by Ines Calloway, open',
      'insertion “, police said”, by Mara Oyelle, open',
      'deletion “safe”, by Mara Oyelle, open',
      'insertion “largest”, by Ines Calloway, open',
    ])
    await expect.element(page.getByText('4 open, 0 decided')).toBeVisible()
  })

  test('lists the decided with who decided, when and why', async () => {
    const decided = { state: 'accepted', decidedBy: 'mara', decidedAt: Date.now(), reason: 'Agreed.' }
    const made = { authorId: 'ines', createdAt: 1, dateRaw: null, inserted: '', deleted: '' }
    await start(article(), [
      { ...made, ...decided, id: 'x', kind: 'deletion', deleted: 'ring', groupId: 'x' },
      { ...made, ...decided, id: 'y', kind: 'insertion', inserted: 'network', groupId: 'x' },
    ])
    await page.getByRole('button', { name: 'Accepted', exact: true }).click()
    expect(rows()).toEqual([
      'replacement “ring” replaced with “network”, by Ines Calloway, accepted by Mara Oyelle',
    ])
    await expect.element(page.getByText(/^by Mara Oyelle, \d\d:\d\d: Agreed\.$/)).toBeVisible()
    await expect.element(page.getByText('4 open, 1 decided')).toBeVisible()
  })

  test('goes from row to row by arrow keys, and brings each to sight in the text', async () => {
    const { review } = await start()
    row(/^replacement/)
      .element()
      .focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(row(/^deletion/)).toHaveFocus()
    expect(review.getState().current).toEqual({ kind: 'change', id: 'd2' })
    await userEvent.keyboard('{End}')
    await expect.element(row(/“largest”/)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect.element(row(/^replacement/)).toHaveFocus()
  })

  test('decides the row that has the focus by A and R, says so and goes on to the next', async () => {
    const { review } = await start()
    row(/police said/)
      .element()
      .focus()
    await userEvent.keyboard('a')
    await expect.poll(said).toBe('Accepted insertion “, police said” by Mara Oyelle. 3 changes open.')
    await expect.element(row(/^deletion/)).toHaveFocus()
    await userEvent.keyboard('r')
    await expect.poll(said).toBe('Rejected deletion “safe” by Mara Oyelle. 2 changes open.')
    await expect.element(row(/“largest”/)).toHaveFocus()
    await userEvent.keyboard('R')
    await expect.element(row(/^replacement/)).toHaveFocus()
    await userEvent.keyboard('A')
    await expect
      .poll(said)
      .toBe('Accepted replacement of “smashes” with “breaks up” by Ines Calloway. No change is open.')
    expect(review.getState().snapshot?.index.changes).toEqual([])
  })

  test('a decision by key is undone by key, and the row has the focus again', async () => {
    await start()
    row(/police said/)
      .element()
      .focus()
    await userEvent.keyboard('a')
    await expect.element(row(/^deletion/)).toHaveFocus()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => rows().length).toBe(4)
    await expect.element(row(/^deletion/)).toHaveFocus()
  })

  test('says why nothing is decided in Read mode', async () => {
    const { review } = await start()
    review.getState().editor?.setMode('read')
    await expect.element(page.getByRole('button', { name: 'Accept', exact: true })).not.toBeInTheDocument()
    row(/police said/)
      .element()
      .focus()
    await userEvent.keyboard('a')
    await expect.poll(said).toBe('Read mode decides nothing. Choose Suggest or Edit first.')
    expect(rows()).toHaveLength(4)
  })
})

describe('moves and rows of tables', () => {
  const ref = { id: 'm1', author: 'mara', move: 'm1' }
  const moved = (side: 'insertion' | 'deletion') =>
    schema.nodes.para.create({ paragraphMark: { [side]: ref } }, [
      schema.text('All eleven are due in court.', [schema.marks[side].create(ref)]),
    ])
  const cell = (words: Node) => schema.nodes.cell.create(null, [para(words)])

  function withMove(): Node {
    return schema.nodes.doc.create(null, [
      moved('insertion'),
      para(schema.text('One.')),
      para(schema.text('Two.')),
      moved('deletion'),
      schema.nodes.table.create(null, [
        schema.nodes.row.create(null, [cell(schema.text('Year')), cell(schema.text('Boats'))]),
        schema.nodes.row.create({ tracking: { insertion: { id: 't1', author: 'ines' } } }, [
          cell(inserted('t1', '2031')),
          cell(inserted('t1', 'nine')),
        ]),
      ]),
      para(schema.text('End.')),
    ])
  }

  test('a move is one row that says from where to where, and so does the text', async () => {
    const { column } = await start(withMove())
    expect(rows()[0]).toBe('moved from 4 to 1 “All eleven are due in court.”, by Mara Oyelle, open')
    await choose('Kind of change', 'move')
    expect(rows()).toHaveLength(1)
    const flags = () =>
      [...column.querySelectorAll('.ProseMirror > *')].map(
        (each) => getComputedStyle(each, '::before').content,
      )
    await expect.poll(() => flags()[0]).toBe('"↑ moved from 4"')
    expect(flags()[3]).toBe('"↑ moved to 1"')
    expect(column.querySelector('ins.moved')?.getAttribute('title')).toBe('moved here by Mara Oyelle')
    expect(column.querySelector('del.moved')?.getAttribute('title')).toBe('moved away by Mara Oyelle')
  })

  test('both sides of a move are decided together', async () => {
    const { review } = await start(withMove())
    row(/^moved/)
      .element()
      .focus()
    await userEvent.keyboard('r')
    await expect.poll(said).toMatch(/^Rejected move “All eleven are due in court\.” by Mara Oyelle\. /)
    expect(review.getState().snapshot?.index.changes.map((change) => change.id)).toEqual(['t1'])
  })

  test('a row of a table is said in words', async () => {
    await start(withMove())
    expect(rows()[1]).toBe('row inserted “2031 nine”, by Ines Calloway, open')
  })
})

describe('decisions on many', () => {
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const confirm = (verb: string) =>
    page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()

  test('by person: how many and whose is said before', async () => {
    const { review, calls } = await start()
    await choose('By whom', 'mara')
    await page.getByRole('button', { name: 'Accept 2 shown…' }).click()
    await expect.element(dialog('Accept 2 changes by Mara Oyelle?')).toBeVisible()
    await expect.element(page.getByText('1 insertion, 1 deletion')).toBeVisible()
    await page.getByRole('textbox', { name: /^Reason/ }).fill('Desk style.')
    await confirm('Accept')
    await expect.poll(said).toBe('Accepted 2 changes by Mara Oyelle. 2 changes open.')
    await review.getState().editor?.flush()
    const sent = calls.findLast((call) => call.method === 'document.save')
    expect(sent?.args).toMatchObject({
      decided: [{ changeIds: ['i2', 'd2'], verdict: 'accepted', reason: 'Desk style.' }],
    })
  })

  test('by kind, and everything shown', async () => {
    await start()
    await choose('Kind of change', 'insertion')
    await page.getByRole('button', { name: 'Reject 2 shown…' }).click()
    await expect.element(dialog('Reject 2 insertions by Mara Oyelle and Ines Calloway?')).toBeVisible()
    await confirm('Reject')
    await expect.poll(said).toBe('Rejected 2 changes. 2 changes open.')
    await choose('Kind of change', '')
    await page.getByRole('button', { name: 'Accept 2 shown…' }).click()
    await expect.element(dialog('Accept all 2 open changes by Ines Calloway and Mara Oyelle?')).toBeVisible()
  })

  test('in the selection: those that it touches, a replacement as one', async () => {
    const { column, review, actions } = await start()
    const [headline, first] = column.querySelectorAll<HTMLElement>('.ProseMirror > *')
    if (!headline || !first) throw new Error('no text')
    await userEvent.click(headline, { position: { x: 20, y: 14 } })
    getSelection()?.setBaseAndExtent(headline.querySelector('del')?.firstChild ?? headline, 2, first, 2)
    document.dispatchEvent(new Event('selectionchange'))
    await expect.poll(() => review.getState().editor?.changesInSelection()).toEqual(['d1', 'i1', 'i2'])
    await expect.element(page.getByText('In the selection')).toBeVisible()
    actions.acceptCurrent()
    await expect
      .element(dialog('Accept 2 changes by Ines Calloway and Mara Oyelle in the selection?'))
      .toBeVisible()
    await confirm('Accept')
    await expect.poll(said).toBe('Accepted 2 changes. 2 changes open.')
  })
})
