import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addClaim, addSource, alerted, ask, openRoom, refused, said, warmUp } from './evidence-room.tsx'
import type { EvidenceRoom } from './evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const titles = () => [...document.querySelectorAll('#panel [data-title]')].map((each) => each.textContent)
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const list = () => page.getByRole('list', { name: 'Sources' })
const choose = (label: string, option: string) =>
  userEvent.selectOptions(page.getByRole('combobox', { name: label, exact: true }), option)
const button = (name: string | RegExp) => page.getByRole('button', { name })

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

describe('the form of a source', () => {
  test('suggests the grade by kind and record; another one wants a reason', async () => {
    room = await openRoom('sources')
    await button('New').click()
    await userEvent.fill(page.getByLabelText('Title'), 'Coastal Wire, 17 November')
    await choose('Kind', 'Outlet or agency')
    await expect.element(page.getByText(/^Suggested C: an outlet or agency/)).toBeVisible()
    await choose('Grade', 'B')
    await button('Create').click()
    await expect.poll(alerted).toMatch(/Say why the grade is B and not C/)
    await userEvent.fill(page.getByLabelText('Why B and not C'), 'Their reporter stood on the quay.')
    await button('Create').click()
    await expect.element(page.getByText('Graded B: Their reporter stood on the quay.')).toBeVisible()
  })

  test('offers the origins that are known, and says before with what it would count once', async () => {
    room = await openRoom('sources', async (articleId) => {
      await addSource(articleId, { title: 'Coastal Wire', origin: 'Police briefing' })
    })
    await button('New').click()
    const origin = page.getByLabelText('Origin').element() as HTMLInputElement
    expect([...(origin.list?.options ?? [])].map(({ label }) => label)).toEqual(['Police briefing'])
    await userEvent.fill(page.getByLabelText('Origin'), 'police briefing')
    await expect.element(page.getByText('Counts once with Coastal Wire.')).toBeVisible()
  })

  test('asks for the place by what it is, and takes today as the day an address was seen', async () => {
    room = await openRoom('sources')
    await button('New').click()
    await expect.element(page.getByLabelText('Page or paragraph')).toBeVisible()
    await choose('Kind', 'Recording')
    await expect.element(page.getByLabelText('Timecode')).toBeVisible()
    await userEvent.fill(page.getByLabelText('Address'), 'court.example/26-1184')
    await expect.element(page.getByLabelText('Seen on')).not.toHaveValue('')
    await userEvent.fill(page.getByLabelText('Title'), 'Hearing')
    await button('Create').click()
    await expect.poll(alerted).toMatch(/begins with https:\/\//)
  })

  test('says whether the words that name it stand in the final text', async () => {
    room = await openRoom('sources')
    await button('New').click()
    await userEvent.fill(page.getByLabelText('Named in the text as'), 'an investigator with direct knowledge')
    await expect.element(page.getByText('These words stand in the final text.')).toBeVisible()
    await userEvent.fill(page.getByLabelText('Named in the text as'), 'a harbour pilot')
    await expect.element(page.getByText('These words do not stand in the final text.')).toBeVisible()
  })

  test('what was begun stays when the tab is left, until it is dropped', async () => {
    room = await openRoom('sources')
    await button('New').click()
    await userEvent.fill(page.getByLabelText('Title'), 'Half a title')
    room.review.getState().setTab('claims')
    await expect.element(page.getByLabelText('Title')).not.toBeInTheDocument()
    room.review.getState().setTab('sources')
    await expect.element(page.getByLabelText('Title')).toHaveValue('Half a title')
    await button('Cancel').click()
    await button('New').click()
    await expect.element(page.getByLabelText('Title')).toHaveValue('')
  })
})

describe('an unnamed source', () => {
  const unnamed = async () => {
    room = await openRoom('sources')
    await button('New').click()
    await choose('Kind', 'Person')
    await choose('On the record?', 'unnamed')
    return room
  }
  const description = () => page.getByLabelText('Description agreed on for the public')

  test('is offered no field that leads to the person', async () => {
    await unnamed()
    const labels = [...document.querySelectorAll('#panel form label')].map((each) => each.textContent)
    expect(labels).toEqual([
      'Kind',
      'On the record?',
      'Description agreed on for the public',
      'Grade',
      'Origin',
      'Medium',
      'Held by',
      'Has direct knowledge',
      'Named in the text as',
    ])
  })

  test('a contact is warned of as it is typed, and refused', async () => {
    await unnamed()
    await userEvent.fill(description(), 'the clerk at ada.quill@harbour.example')
    await expect.element(page.getByText(/looks like an e-mail address/)).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: 'This is not a name' })).not.toBeInTheDocument()
    await button('Create').click()
    await expect.poll(alerted).toMatch(/Take it out: it may tell who this is\./)
    expect(room?.review.getState().state?.sources).toEqual([])
  })

  test('what looks like a name is kept only when somebody says that it is none', async () => {
    await unnamed()
    await userEvent.fill(description(), 'a skipper of the Skarn Belle')
    await expect.element(page.getByText(/looks like a personal name/)).toBeVisible()
    await button('Create').click()
    await expect.poll(alerted).toMatch(/tick that it is none/)
    await page.getByRole('checkbox', { name: 'This is not a name' }).click()
    await button('Create').click()
    await expect.element(list().getByText('a skipper of the Skarn Belle')).toBeVisible()
    expect(room?.review.getState().state?.sources).toMatchObject([{ onRecord: 'unnamed', grade: 'E' }])
  })

  test('is attested by an editor who is not the reporter; another description ends that, and it is told before', async () => {
    room = await openRoom('sources', async (articleId) => {
      const about = { kind: 'person', onRecord: 'unnamed', grade: 'D', directKnowledge: true } as const
      await addSource(articleId, { title: 'an investigator', ...about })
    })
    await expect.element(list().getByText(/^Not attested/)).toBeVisible()
    await room.sitDown('Jonah Pell', 'reporter')
    await button('Attest an investigator').click()
    await expect.element(page.getByText(/A reporter does not attest/)).toBeVisible()
    await button('Cancel').click()

    await room.sitDown('Ines Calloway', 'desk')
    await button('Attest an investigator').click()
    await expect.element(page.getByLabelText('Why they stay unnamed')).toHaveFocus()
    await userEvent.keyboard('They would lose their post.')
    await userEvent.keyboard('{Alt>}2{/Alt}')
    await expect.element(page.getByLabelText('Why they stay unnamed')).not.toBeInTheDocument()
    room.review.getState().setTab('sources')
    await button('Attest an investigator').click()
    await expect
      .element(page.getByLabelText('Why they stay unnamed'))
      .toHaveValue('They would lose their post.')
    await button('I know who this is').click()
    await expect.element(page.getByText(/^Attested: Ines Calloway knows who this is/)).toBeVisible()

    await button(/^Grade D, an investigator/).click()
    await userEvent.fill(description(), 'an officer')
    await expect.element(page.getByText(/^The attestation by Ines Calloway ends/)).toBeVisible()
    await button('Save').click()
    await expect.element(list().getByText(/^Not attested/)).toBeVisible()
  })

  test('a source that becomes one says what it loses', async () => {
    room = await openRoom('sources', async (articleId) => {
      await addSource(articleId, {
        title: 'a clerk',
        kind: 'person',
        grade: 'C',
        url: 'https://court.example/',
      })
    })
    await button(/^Grade C, a clerk/).click()
    await choose('On the record?', 'unnamed')
    await expect.element(page.getByText(/^Becoming unnamed it loses its address/)).toBeVisible()
    await button('Save').click()
    await expect.poll(() => room?.review.getState().state?.sources[0]?.url).toBe('')
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
