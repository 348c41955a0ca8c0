import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

/** Roles that are held on one desk alone count for the articles of that desk alone. */

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

async function commentOn(library: TestLibrary, desk: string) {
  const { articleId } = await library.must('articles.paste', {
    text: 'Ferry late\n\nBy two hours.',
    html: '',
  })
  const details = { articleId, slug: 'ferry', due: null, holderId: null, authorId: null }
  await library.must('articles.update', { ...details, desk })
  return () =>
    library.call('threads.create', {
      articleId,
      edit: null,
      id: `note-${desk}`,
      target: { kind: 'article' },
      level: 'should',
      assigneeId: null,
      text: 'Who says so?',
    })
}

test('a role held on one desk counts there, and is refused in words elsewhere', async () => {
  const library = await openTestLibrary(folder.path)
  const onSport = await commentOn(library, 'Sport')
  const onPolitics = await commentOn(library, 'Politics')
  const { people } = await library.must('session.savePerson', {
    id: null,
    name: 'Edda Marl',
    initials: 'EM',
    hue: 2,
    roles: [],
    deskRoles: [{ desk: 'Sport', roles: ['checker'] }],
  })
  const personId = people.at(-1)?.id ?? ''
  await library.must('session.switch', { personId, role: 'checker' })
  expect(await onSport()).toMatchObject({ ok: true })
  expect(await onPolitics()).toMatchObject({
    ok: false,
    error: {
      code: 'refused',
      message: expect.stringContaining(
        'Edda Marl does not hold the role “checker” on the desk “Politics”',
      ) as string,
    },
  })
  await library.core.close()
})

test('nobody takes a story to the desk on which they hold more, but an editor', async () => {
  const library = await openTestLibrary(folder.path)
  await commentOn(library, 'Politics')
  const [{ id: articleId } = { id: '' }] = (await library.must('articles.list', {})).rows
  const { people } = await library.must('session.get', {})
  const details = { articleId, slug: 'ferry', due: null, holderId: null, authorId: null }
  const sitDown = async (role: 'copy' | 'desk') => {
    const personId = people.find((one) => one.roles.includes(role))?.id ?? ''
    await library.must('session.switch', { personId, role })
  }
  await sitDown('copy')
  expect(await library.call('articles.update', { ...details, desk: 'Sport' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('it stays on “Politics”') as string },
  })
  expect(
    await library.call('articles.update', { ...details, slug: 'ferry-26', desk: 'Politics' }),
  ).toMatchObject({
    ok: true,
  })
  await sitDown('desk')
  expect(await library.call('articles.update', { ...details, desk: 'Sport' })).toMatchObject({ ok: true })
  await library.core.close()
})

test('nobody sits down in a role that they hold nowhere', async () => {
  const library = await openTestLibrary(folder.path)
  const { people } = await library.must('session.savePerson', {
    id: null,
    name: 'Edda Marl',
    initials: 'EM',
    hue: 2,
    roles: ['copy'],
    deskRoles: [{ desk: 'Sport', roles: ['checker'] }],
  })
  const personId = people.at(-1)?.id ?? ''
  expect(people.at(-1)?.deskRoles).toEqual([{ desk: 'Sport', roles: ['checker'] }])
  expect(await library.call('session.switch', { personId, role: 'legal' })).toMatchObject({ ok: false })
  await library.core.close()
})

test('the library has a name that can be changed, and an identity that stays', async () => {
  const library = await openTestLibrary(folder.path)
  expect((await library.must('session.renameLibrary', { name: 'Night desk' })).libraryName).toBe('Night desk')
  await library.core.close()
  const again = await openTestLibrary(folder.path)
  expect((await again.must('session.get', {})).libraryName).toBe('Night desk')
  expect(await again.call('session.renameLibrary', { name: ' ' })).toMatchObject({ ok: false })
  await again.core.close()
})
