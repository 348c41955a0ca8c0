import { describe, expect, test } from 'vitest'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { pack, preview, reviewOf, sit, take } from '../../../../support/two-desks.ts'

beginEach()

describe('a review that passes between two desks', () => {
  test('arrives whole, and goes back with what was said there', async () => {
    await type(day, 14, 'fast ')
    await remark(day, 'Who says so?')
    const first = await pack(day, articleId)
    const seen = await preview(night, first)
    expect(seen).toMatchObject({
      relation: 'new',
      refusal: null,
      headline: 'Boats came',
      from: { name: 'Day desk' },
    })
    expect(seen.brings).toMatchObject({ changes: 1, comments: 1 })
    await take(night, first)
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
    await remark(night, 'The harbour master.')
    await type(night, 14, 'very ')
    const back = await pack(night, articleId)
    expect(await preview(day, back)).toMatchObject({
      relation: 'taken-over',
      brings: { changes: 1, comments: 1 },
    })
    await take(day, back)
    expect(await reviewOf(day, articleId)).toEqual(await reviewOf(night, articleId))
  })

  test('what both did at the same time stands on both, whoever takes in first', async () => {
    await take(night, await pack(day, articleId))
    await type(day, 14, 'fast ')
    await type(night, 60, 'And ')
    await remark(day, 'Day.')
    await remark(night, 'Night.')
    const [fromDay, fromNight] = [await pack(day, articleId), await pack(night, articleId)]
    expect((await take(night, fromDay)).relation).toBe('merged')
    expect((await take(day, fromNight)).relation).toBe('merged')
    const review = await reviewOf(day, articleId)
    expect(await reviewOf(night, articleId)).toEqual(review)
    expect(JSON.stringify(review)).toMatch(/Day\..*Night\.|Night\..*Day\./)
  })

  test('the same package again, or an older one, changes not one row', async () => {
    const old = await pack(day, articleId)
    await take(night, old)
    await remark(day, 'Day.')
    const now = await pack(day, articleId)
    await take(night, now)
    const before = await night.dump()
    for (const bytes of [now, old, now]) {
      expect((await take(night, bytes)).relation).toBe('nothing-new')
    }
    expect(await night.dump()).toBe(before)
  })

  test('says whom the other desk calls otherwise, and changes no name here', async () => {
    await remark(day, 'Day.')
    await take(night, await pack(day, articleId))
    const { people, actor } = await day.library().must('session.get', {})
    const [me] = people.filter(({ id }) => id === actor.personId)
    if (!me) throw new Error('Nobody sits at the day desk')
    const { outside: _, roles, deskRoles, ...profile } = me
    const renamed = { ...profile, roles: [...roles], deskRoles: [...deskRoles], name: 'Edda Marl' }
    await day.library().must('session.savePerson', renamed)
    await remark(day, 'Day again.')
    const seen = await preview(night, await pack(day, articleId))
    expect(seen.warnings).toEqual([
      {
        code: 'named-otherwise',
        message: `Whom they call “Edda Marl” is “${me.name}” here, and is shown by that name.`,
      },
    ])
    await take(night, await pack(day, articleId))
    const there = (await night.library().must('session.get', {})).people
    expect(there.find(({ id }) => id === me.id)?.name).toBe(me.name)
  })

  test('is verified on both', async () => {
    await remark(day, 'Day.')
    await take(night, await pack(day, articleId))
    await remark(night, 'Night.')
    await take(day, await pack(night, articleId))
    for (const desk of [day, night]) {
      expect(await desk.library().must('review.verify', { articleId })).toMatchObject({ ok: true })
    }
  })
})

describe('the right to edit', () => {
  test('goes with a package that hands over, and comes with taking it', async () => {
    const bytes = await pack(day, articleId, 'hand-over')
    expect(await articleOf(day)).toMatchObject({ editRight: 'away', rightWith: '' })
    expect(await preview(night, bytes)).toMatchObject({ rightOffered: true, purpose: 'hand-over' })
    await take(night, bytes, true)
    expect(await articleOf(night)).toMatchObject({ editRight: 'here' })
    await take(day, await pack(night, articleId))
    expect(await articleOf(day)).toMatchObject({ editRight: 'away', rightWith: 'Night desk' })
  })

  test('stays with a package for marks', async () => {
    await take(night, await pack(day, articleId, 'marks'), true)
    expect(await articleOf(day)).toMatchObject({ editRight: 'here' })
    expect(await articleOf(night)).toMatchObject({ editRight: 'away', rightWith: 'Day desk' })
  })

  test('without it marks and comments are taken, details and moves are not', async () => {
    await take(night, await pack(day, articleId, 'marks'))
    await sit(night.library(), 'desk')
    await type(night, 14, 'fast ')
    await remark(night, 'Night.')
    const fields = { slug: 'boats', desk: '', due: null, holderId: null, authorId: null }
    const refused = await night.library().call('articles.update', { articleId, ...fields })
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(!refused.ok && refused.error.message).toContain('Day desk')
  })

  test('is taken back with a reason, and two desks that have it settle it', async () => {
    const bytes = await pack(day, articleId, 'hand-over')
    await day.library().must('packages.takeBack', { articleId, reason: 'The stick was lost.' })
    expect(await articleOf(day)).toMatchObject({ editRight: 'here' })
    await take(night, bytes, true)
    await take(day, await pack(night, articleId))
    await take(night, await pack(day, articleId))
    const state = await day.library().must('review.state', { articleId })
    const conflict = state.conflicts.find(({ what }) => what.table === 'custody')
    if (!conflict) throw new Error('No conflict')
    await sit(day.library(), 'desk')
    await day.library().must('conflicts.settle', { articleId, conflictId: conflict.id, choice: 'keep' })
    await take(night, await pack(day, articleId))
    expect(await articleOf(day)).toMatchObject({ editRight: 'here' })
    expect(await articleOf(night)).toMatchObject({ editRight: 'away', rightWith: 'Day desk' })
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  })

  test('is not taken back by a desk that never had it', async () => {
    await take(night, await pack(day, articleId))
    await sit(night.library(), 'desk')
    const outcome = await night.library().call('packages.takeBack', { articleId, reason: 'Mine.' })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
})
