import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  addClaim,
  addSource,
  ask,
  button,
  choose,
  field,
  list,
  openRoom,
  refused,
  said,
  titles,
  warmUp,
} from './evidence-room.tsx'
import type { EvidenceRoom } from './evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

describe('the Sources tab', () => {
  test('an empty list says what would fill it, and a key begins a new source', async () => {
    room = await openRoom('sources')
    await expect.element(page.getByText('No source yet')).toBeVisible()
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}I{/Shift}{/Alt}{/Control}')
    await expect.element(page.getByRole('heading', { name: 'New source' })).toBeVisible()
    await expect.element(page.getByLabelText('Title')).toHaveFocus()
    await userEvent.fill(page.getByLabelText('Title'), 'Charge sheet 26-1184')
    await userEvent.fill(page.getByLabelText('Origin'), 'Osterlee magistrate’s court')
    await userEvent.keyboard('{Enter}')
    await expect.element(list().getByText('Charge sheet 26-1184')).toBeVisible()
    expect(said()).toBe('Charge sheet 26-1184 is kept.')
    expect(room.review.getState().state?.sources).toMatchObject([
      { title: 'Charge sheet 26-1184', grade: 'A', gradeReason: '', origin: 'Osterlee magistrate’s court' },
    ])
  })

  test('tells origin, what counts once, and the claims it bears, which open from there', async () => {
    room = await openRoom('sources', async (articleId) => {
      const first = await addSource(articleId, {
        title: 'Coastal Wire',
        kind: 'outlet',
        grade: 'C',
        origin: 'Police briefing',
      })
      const second = await addSource(articleId, { title: 'Odda Bramwick', origin: 'police  briefing' })
      await addSource(articleId, { title: 'Tide tables' })
      await addClaim(articleId, [first, second])
    })
    expect(titles()).toEqual(['Odda Bramwick', 'Tide tables', 'Coastal Wire'])
    await expect.element(page.getByText('; counts once with Coastal Wire')).toBeVisible()
    await expect.element(page.getByText('; counts once with Odda Bramwick')).toBeVisible()
    await expect.element(page.getByText('Bears no claim yet.')).toBeVisible()
    await list().getByRole('button', { name: 'claim 1' }).first().click()
    expect(room.review.getState()).toMatchObject({ tab: 'claims' })
    expect(room.review.getState().openClaim).toBe(room.review.getState().state?.claims[0]?.id)
  })

  test('searches, filters with counts, and sorts', async () => {
    room = await openRoom('sources', async (articleId) => {
      const used = await addSource(articleId, { title: 'Zoning record', locator: 'p. 3' })
      await addSource(articleId, { title: 'Coastal Wire', kind: 'outlet', grade: 'C' })
      await addSource(articleId, {
        title: 'an investigator',
        kind: 'person',
        onRecord: 'unnamed',
        grade: 'D',
        directKnowledge: true,
      })
      await addClaim(articleId, [used])
    })
    await choose('Order', 'Newest first')
    expect(titles()).toEqual(['an investigator', 'Coastal Wire', 'Zoning record'])
    await choose('Order', 'Most used first')
    expect(titles()[0]).toBe('Zoning record')
    await choose('Order', 'By title')
    await choose('State', 'Bears no claim (2)')
    expect(titles()).toEqual(['an investigator', 'Coastal Wire'])
    await choose('Kind of source', 'Outlet or agency (1)')
    expect(titles()).toEqual(['Coastal Wire'])
    await userEvent.fill(field('Search the sources'), 'zoning')
    await expect.element(page.getByText('None of 3 sources is like that')).toBeVisible()
    await button('Show every source').click()
    expect(titles()).toHaveLength(3)
  })

  test('of 300 sources only those near the window are mounted; arrows go on and End reaches the last', async () => {
    room = await openRoom('sources', async (articleId) => {
      for (let at = 0; at < 300; at += 1)
        await addSource(articleId, { title: `Record ${String(at).padStart(3, '0')}` })
    })
    const mounted = () => document.querySelectorAll('#panel [data-row]').length
    expect(mounted()).toBeGreaterThan(5)
    expect(mounted()).toBeLessThan(60)
    await userEvent.click(field('Search the sources'))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(button(/^Grade A, Record 001/)).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(button(/^Grade A, Record 299/)).toHaveFocus()
    await expect.element(button(/^Grade A, Record 299/)).toBeInViewport()
    expect(mounted()).toBeLessThan(60)
  }, 60_000)

  test('a locked article refuses in words, and offers no form', async () => {
    room = await openRoom('sources', async (articleId) => {
      await addSource(articleId, {})
    })
    const { state } = room.review.getState()
    room.review.setState({ state: state && { ...state, article: { ...state.article, locked: true } } })
    await button(/^Grade A, Charge sheet/).click()
    expect(refused()).toMatch(/approved and locked/)
    await expect.element(button('New')).not.toBeInTheDocument()
  })
})

describe('a source that was used before', () => {
  test('is found among those of other articles by key, and used here', async () => {
    room = await openRoom('sources', async () => {
      const other = await ask('articles.paste', {
        text: 'Harbour fees rise\nBy Jonah Pell\nFees rise.',
        html: '',
      })
      await addSource(other.articleId, { title: 'Fee schedule 2026', origin: 'Osterlee port authority' })
      await addSource(other.articleId, { title: 'Tide tables' })
    })
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}F{/Shift}{/Alt}{/Control}')
    await expect.element(field('Find a source used before')).toHaveFocus()
    await expect.element(page.getByText('Tide tables')).toBeVisible()
    await userEvent.keyboard('port fee')
    await expect.element(page.getByText('Tide tables')).not.toBeInTheDocument()
    await expect.element(page.getByText('Harbour fees rise')).toBeVisible()
    await button('Use Fee schedule 2026 here').click()
    await expect.element(list().getByText('Fee schedule 2026')).toBeVisible()
    expect(said()).toBe('Fee schedule 2026 is now a source of this article.')
    expect(room.review.getState().state?.sources).toMatchObject([{ origin: 'Osterlee port authority' }])
  })

  test('is found in the claim editor too, and attached at once', async () => {
    room = await openRoom('claims', async (articleId) => {
      await addClaim(articleId)
      const other = await ask('articles.paste', { text: 'Harbour fees rise\nFees rise.', html: '' })
      await addSource(other.articleId, { title: 'Fee schedule 2026' })
    })
    const claimId = room.review.getState().state?.claims[0]?.id ?? null
    room.review.getState().setOpenClaim(claimId)
    room.review.getState().setAttaching(true)
    await button('Used before').click()
    await button('Use Fee schedule 2026 here').click()
    await expect.poll(() => room?.review.getState().state?.claims[0]?.sources.length).toBe(1)
    expect(room.review.getState().state?.sources[0]?.title).toBe('Fee schedule 2026')
  })

  test('a search without a find says what to do', async () => {
    room = await openRoom('sources')
    await button('Find one used before').click()
    await expect.element(page.getByText(/^No other article has sources yet/)).toBeVisible()
    await userEvent.keyboard('zzz')
    await expect.element(page.getByText(/Try fewer of them/)).toBeVisible()
  })
})

describe('the file of a source', () => {
  const withSource = async () => {
    room = await openRoom('sources', async (articleId) => {
      await addSource(articleId, {})
    })
    return room
  }
  const chooser = () => page.getByLabelText('File to keep with Charge sheet 26-1184')

  test('is kept under its hash, handed back, and dropped', async () => {
    const { review } = await withSource()
    await userEvent.upload(chooser(), new File(['stet'], 'charge-sheet.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText('charge-sheet.pdf', { exact: true })).toBeVisible()
    const [file] = (review.getState().state?.sources ?? []).map((each) => each.file)
    expect(file).toMatchObject({ name: 'charge-sheet.pdf', size: 4 })
    await expect.element(page.getByText(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/)).toBeVisible()
    await button('Save charge-sheet.pdf').click()
    await expect.element(page.getByText('Saved as charge-sheet.pdf').first()).toBeVisible()
    await button('Drop charge-sheet.pdf').click()
    await expect.poll(() => review.getState().state?.sources[0]?.file).toBeNull()
  })

  /** The event as it ended: prevented where the row took the file. */
  const drop = (file: File): DragEvent => {
    const data = new DataTransfer()
    data.items.add(file)
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
    document.querySelector('#panel [data-row] [data-title]')?.dispatchEvent(event)
    return event
  }

  test('one that is too large is refused before it is read', async () => {
    const { review } = await withSource()
    drop(new File([new Uint8Array(26_000_000)], 'film.mov'))
    await expect.element(list().getByText(/at most 25 MB are kept with a source/)).toBeVisible()
    expect(said()).toMatch(/^“film.mov” has 24\.8 MB/)
    expect(review.getState().state?.sources[0]?.file).toBeNull()
  })

  test('can be dropped on the row', async () => {
    const { review } = await withSource()
    expect(drop(new File(['notes'], 'notes.txt')).defaultPrevented).toBe(true)
    await expect.poll(() => review.getState().state?.sources[0]?.file?.name).toBe('notes.txt')
    await expect.poll(said).toBe('notes.txt is kept with the source.')
  })
})
