/** A generic electron-updater feed: the signed description of the newest version, and its file. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signedText } from '../../main/updates/desktop/feed-signature.ts'

type FeedRequest = { readonly path: string; readonly headers: IncomingHttpHeaders }

export type UpdateFeed = {
  readonly url: string
  readonly requests: FeedRequest[]
  /** Publishes the newest version. `announced`: the content that the digest is computed of, by default `file`. */
  publish(version: string, file: Buffer, announced?: Buffer): void
  /** The signature of a description, in base64; null: there is none. By default it is valid. */
  sign: (name: string, description: string) => string | null
  /** Overrides responses; returns false to serve what was published. */
  respond: null | ((path: string, response: ServerResponse) => boolean)
  close(): Promise<void>
}

/** The key of the tests' feeds: `publicKey` as in build/updates.json. */
export const feedKey = makeKey()

export function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (name: string, description: string) =>
      sign(null, signedText(name, description), privateKey).toString('base64'),
  }
}

const fileName = 'parallel-tray-linux.AppImage'

export async function startFeed(): Promise<UpdateFeed> {
  let description = ''
  let content = Buffer.alloc(0)
  const server = createServer(({ url = '', headers }, response) => {
    const path = url.split('?', 1)[0] ?? ''
    feed.requests.push({ path, headers })
    if (feed.respond?.(path, response)) return
    const [, name, isSignature] = /^\/(latest(?:-linux|-linux-arm64|-mac)?\.yml)(\.sig)?$/.exec(path) ?? []
    const signature = name && isSignature ? feed.sign(name, description) : undefined
    if (signature) response.end(`${signature}\n`)
    else if (name && !isSignature) response.end(description)
    else if (path === `/${fileName}`) response.setHeader('content-length', content.length).end(content)
    else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const feed: UpdateFeed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests: [],
    sign: feedKey.sign,
    respond: null,
    publish(version, file, announced = file) {
      content = Buffer.from(file)
      const sha512 = createHash('sha512').update(announced).digest('base64')
      const entry = `url: ${fileName}\n    sha512: ${sha512}\n    size: ${announced.length}`
      // A staged rollout to 1 %: the app must not pick by an installation id, which would mostly skip it.
      description = `version: ${version}\nstagingPercentage: 1\nfiles:\n  - ${entry}\npath: ${fileName}\nsha512: ${sha512}\nreleaseDate: '2026-01-15T12:00:00.000Z'\n`
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return feed
}
