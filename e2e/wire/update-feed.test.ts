/** The signature of the update feed, as electron-updater's own provider asks for it on each system. */
import { request } from 'node:http'
import { HttpExecutor } from 'builder-util-runtime'
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { requireSignature } from '../../main/updates/desktop/feed-signature.ts'
import { feedKey, makeKey, startFeed, type UpdateFeed } from '../packaged/update-feed.ts'

let feed: UpdateFeed
beforeEach(async () => {
  feed = await startFeed()
  feed.publish('9.8.7', Buffer.from('new'))
})
afterEach(() => feed.close())

class NodeExecutor extends HttpExecutor<ReturnType<typeof request>> {
  createRequest(options: object, onResponse: (response: never) => void) {
    return request(options, onResponse as () => void)
  }
}

/** The version that the provider of a system reads. */
async function readVersion(platform: string, publicKeys: readonly string[]): Promise<string> {
  const executor = new NodeExecutor()
  Object.assign(executor, { request: requireSignature(executor.request.bind(executor) as never, publicKeys) })
  const updater = { channel: null, isAddNoCacheQuery: true }
  const runtime = { executor, platform, isUseMultipleRangeRequest: false }
  const provider = new GenericProvider(
    { provider: 'generic', url: feed.url },
    updater as never,
    runtime as never,
  )
  return (await provider.getLatestVersion()).version
}

const systems = [
  ['Windows installer', 'win32', 'latest.yml'],
  ['macOS zip', 'darwin', 'latest-mac.yml'],
  ['AppImage, deb and rpm', 'linux', process.arch === 'x64' ? 'latest-linux.yml' : 'latest-linux-arm64.yml'],
] as const

const forgeries: Readonly<Record<string, UpdateFeed['sign']>> = {
  none: () => null,
  'one of another key': makeKey().sign,
  'one of an older version': (name, text) => feedKey.sign(name, text.replace('9.8.7', '9.8.6')),
  'one of another file': (name, text) => feedKey.sign(`${name}x`, text),
  'one that is cut off': (name, text) => feedKey.sign(name, text).slice(0, 40),
  'a web page': () => '<!doctype html>',
}

it.each(systems)('%s: reads a feed that one of two keys signed', async (_kind, platform, file) => {
  const next = makeKey()
  expect(await readVersion(platform, [feedKey.publicKey, next.publicKey])).toBe('9.8.7')
  feed.sign = next.sign
  expect(await readVersion(platform, [feedKey.publicKey, next.publicKey])).toBe('9.8.7')
  expect(feed.requests.map(({ path }) => path).slice(0, 2)).toEqual([`/${file}`, `/${file}.sig`])
})

for (const [what, sign] of Object.entries(forgeries)) {
  it.each(systems)(`%s: refuses a feed whose signature is ${what}`, async (_kind, platform) => {
    feed.sign = sign
    await expect(readVersion(platform, [feedKey.publicKey])).rejects.toMatchObject({
      code: 'ERR_UPDATE_SIGNATURE',
    })
  })
}

it('refuses every feed while no key is built in', async () => {
  await expect(readVersion('linux', [])).rejects.toMatchObject({ code: 'ERR_UPDATE_SIGNATURE' })
})

it('reports a feed that can’t be reached as that', async () => {
  feed.respond = (path, response) => {
    if (!path.endsWith('.sig')) return false
    response.writeHead(503).end()
    return true
  }
  await expect(readVersion('linux', [feedKey.publicKey])).rejects.toMatchObject({ statusCode: 503 })
})
