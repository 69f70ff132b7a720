import { describe, expect, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { asking } from './asking.ts';

describe('a thread on a message', () => {
  test('has its id, is opened once, and is part of what people see', async () => {
    const { discord, ask } = await asking();
    const news = discord.guild('g').channel('news');
    const { body } = await ask('POST', `/channels/${news.id}/messages`, { content: 'alert' });
    const start = () =>
      ask('POST', `/channels/${news.id}/messages/${String(body['id'])}/threads`, { name: 'more' });
    expect(await start()).toMatchObject({ body: { id: body['id'], type: 11, parent_id: news.id } });
    expect(await start()).toMatchObject({ code: 160004 });
    await ask('POST', `/channels/${String(body['id'])}/messages`, { content: 'follow-up' });
    expect(news.ledger()).toMatchObject([{ text: 'alert', thread: [{ text: 'follow-up' }] }]);
  });

  const names: ReadonlyArray<[name: object, wrong: string]> = [
    [{ name: '' }, 'name'],
    [{ name: 'n'.repeat(101) }, 'name'],
    [{ name: 'n', auto_archive_duration: 61 }, 'auto_archive_duration'],
  ];
  test.each(names)('is refused as %o', async (body, wrong) => {
    const { discord, ask } = await asking({ checkSchema: false });
    const news = discord.guild('g').channel('news');
    const message = news.member('ada').say('a');
    expect(await ask('POST', `/channels/${news.id}/messages/${message}/threads`, body)).toMatchObject({
      code: 50035,
      wrong: [wrong],
    });
  });
});

describe('an archived thread', () => {
  const inThread = async () => {
    const world = manualWorld();
    const { discord, ask } = await asking({ now: world.now, after: world.after });
    const news = discord.guild('g').channel('news');
    const message = news.member('ada').say('a');
    await ask('POST', `/channels/${news.id}/messages/${message}/threads`, {
      name: 't',
      auto_archive_duration: 60,
    });
    const thread = news.threads()[0]!;
    const { body } = await ask('POST', `/channels/${thread.id}/messages`, { content: 'b' });
    const edit = () =>
      ask('PATCH', `/channels/${thread.id}/messages/${String(body['id'])}`, { content: 'c' });
    const post = () => ask('POST', `/channels/${thread.id}/messages`, { content: 'd' });
    return { world, thread, parent: { id: news.id, guild: discord.guild('g').id }, edit, post, ask };
  };

  test('takes no edits until somebody writes in it', async () => {
    const { thread, edit, post } = await inThread();
    thread.archive();
    expect(await edit()).toMatchObject({ code: 50083 });
    expect(await post()).toMatchObject({ status: 200 });
    expect(await edit()).toMatchObject({ status: 200 });
  });

  test('is one that nobody wrote in for its time', async () => {
    const { world, edit } = await inThread();
    await world.advance(60 * 60_000 - 1);
    expect(await edit()).toMatchObject({ status: 200 });
    await world.advance(1);
    expect(await edit()).toMatchObject({ code: 50083 });
  });

  test('is listed among the archived ones, and no longer among the active', async () => {
    const { world, thread, parent, ask } = await inThread();
    const listed = async (path: string) => JSON.stringify((await ask('GET', path)).body).includes(thread.id);
    const [active, archived] = [
      `/guilds/${parent.guild}/threads/active`,
      `/channels/${parent.id}/threads/archived/public`,
    ];
    expect([await listed(active), await listed(archived)]).toEqual([true, false]);
    await world.advance(60 * 60_000);
    expect([await listed(active), await listed(archived)]).toEqual([false, true]);
  });

  test('that is locked takes nothing', async () => {
    const { thread, post, ask } = await inThread();
    thread.archive(true);
    expect(await post()).toMatchObject({ code: 160005 });
    expect(await ask('PATCH', `/channels/${thread.id}`, { archived: false })).toMatchObject({ code: 50013 });
  });
});

describe('a forum', () => {
  const posting = async (tagRequired: boolean) => {
    const { discord, ask } = await asking();
    const forum = discord.guild('g').channel('ideas', 'forum', { tags: ['ai', 'staff!'], tagRequired });
    const post = (tags: readonly string[]) =>
      ask('POST', `/channels/${forum.id}/threads`, {
        name: 'a post',
        applied_tags: tags.map((tag) => forum.tags[tag] ?? tag),
        message: { content: 'first' },
      });
    return { forum, post, ask };
  };

  test('takes posts: a thread with its first message under the same id', async () => {
    const { forum, post, ask } = await posting(false);
    const { body } = await post(['ai']);
    expect(body).toMatchObject({
      applied_tags: [forum.tags['ai']],
      message: { id: body['id'], content: 'first' },
    });
    expect(forum.threads().map((thread) => [thread.name, thread.ledger()[0]?.text])).toEqual([
      ['a post', 'first'],
    ]);
    const edit = await ask('PATCH', `/channels/${String(body['id'])}/messages/${String(body['id'])}`, {
      content: 'x',
    });
    expect(edit.status).toBe(200);
  });

  const rows: ReadonlyArray<[about: string, tagRequired: boolean, tags: readonly string[], code: number]> = [
    ['no tag where one is required', true, [], 40067],
    ['a moderator’s tag', false, ['staff'], 50013],
    ['a tag that is not there', false, ['12345678901234567'], 10087],
  ];
  test.each(rows)('refuses %s', async (_, tagRequired, tags, code) => {
    const { forum, post } = await posting(tagRequired);
    expect(await post(tags)).toMatchObject({ code });
    expect(forum.threads()).toEqual([]);
  });

  test('takes no plain messages', async () => {
    const { forum, ask } = await posting(false);
    expect(await ask('POST', `/channels/${forum.id}/messages`, { content: 'a' })).toMatchObject({
      code: 40058,
    });
  });
});
