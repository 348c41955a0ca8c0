import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { alerted, addSource, button, choose, list, openRoom, warmUp } from './evidence-room.tsx'
import type { EvidenceRoom } from './evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
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
