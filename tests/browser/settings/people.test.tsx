import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ask, button, dialog, openRoom, PATIENCE, said } from '../approval/room.tsx'
import type { Room } from '../approval/room.tsx'

let room: Room
afterEach(() => room.close())

const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const held = (legend: string) => dialog().getByRole('group', { name: legend })

test(
  'a person is added with roles everywhere and on one desk, and the desk is named',
  async () => {
    room = await openRoom()
    room.run('settings.open')
    await expect.element(dialog().getByText(/Stet has no authentication/)).toBeVisible()
    await button('Add a person').click()
    await userEvent.fill(field('Name'), 'Ada Quist')
    await dialog().getByRole('radio', { name: 'Colour 4' }).click()
    await button('Add roles on one desk…').click()

    // A desk without a name is not saved.
    await button('Add').click()
    await expect
      .element(dialog().getByRole('alert'))
      .toHaveTextContent('Name the desk that the roles are for, or remove them.')
    await userEvent.fill(field('Desk'), 'Harbour')
    await held('Roles on Harbour alone').getByRole('checkbox', { name: 'copy' }).click()
    await button('Add').click()
    await expect.element(dialog().getByText('desk; on Harbour: copy')).toBeVisible()
    await expect.element(button('Add a person')).toHaveFocus()

    const { people } = await ask('session.get', {})
    expect(people.find(({ name }) => name === 'Ada Quist')).toMatchObject({
      initials: 'AQ',
      hue: 4,
      roles: ['desk'],
      deskRoles: [{ desk: 'Harbour', roles: ['copy'] }],
    })

    await userEvent.fill(field('This desk is called'), 'City desk')
    await userEvent.keyboard('{Tab}')
    await expect.poll(async () => (await ask('session.get', {})).libraryName).toBe('City desk')
    await button('Close').first().click()

    // Whoever sits down is offered only what they hold, and reads where.
    await page.getByRole('button', { name: /Change person or role/ }).click()
    await page.getByRole('menuitemradio', { name: 'copy, on Harbour' }).click()
    await expect.poll(said).toBe('You are here as Ada Quist, copy.')
  },
  PATIENCE,
)

test(
  'a role that is held on another desk alone moves nothing here, and says so',
  async () => {
    room = await openRoom(async (articleId) => {
      const { article } = await ask('review.state', { articleId })
      const { slug, due, holderId, authorId } = article
      await ask('articles.update', { articleId, slug, desk: 'City', due, holderId, authorId })
      await ask('session.savePerson', {
        id: null,
        name: 'Ada Quist',
        initials: 'AQ',
        hue: 4,
        roles: [],
        deskRoles: [{ desk: 'Harbour', roles: ['desk'] }],
      })
    })
    await room.sitDown('Ada Quist', 'desk')
    room.run('workflow.on')
    await expect.element(dialog().getByText('Ada Quist does not hold the role “desk” on City.')).toBeVisible()
  },
  PATIENCE,
)
