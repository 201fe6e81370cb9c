/** `filesContaining`, on which other specs rely, finds a secret in each encoding. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, filesContaining, test } from './app.ts'

const secret = 'refresh_aZ09/-+_kept=secret'

const encodedSecrets: Record<string, Buffer> = {
  raw: Buffer.from(`{"token":"${secret}"}`),
  'URL-encoded': Buffer.from(`grant_type=refresh_token&refresh_token=${encodeURIComponent(secret)}&x=1`),
  hex: Buffer.from(`0a${Buffer.from(secret).toString('hex')}0d`),
  base64: Buffer.from(Buffer.from(secret).toString('base64')),
  'base64, one byte further': Buffer.from(Buffer.from(`"${secret}"`).toString('base64')),
  'base64, two bytes further': Buffer.from(Buffer.from(`{"${secret}"}`).toString('base64')),
  'UTF-16': Buffer.from(`.${secret}.`, 'utf16le'),
}

for (const [encoding, content] of Object.entries(encodedSecrets)) {
  test(`finds a secret on the disk: ${encoding}`, async ({ browserName: _ }, info) => {
    const folder = info.outputPath('disk')
    mkdirSync(join(folder, 'below'), { recursive: true })
    writeFileSync(join(folder, 'harmless'), 'refresh_another')
    expect(filesContaining(folder, [secret])).toEqual([])
    const planted = join(folder, 'below', 'planted')
    writeFileSync(planted, Buffer.concat([Buffer.from('\0before'), content, Buffer.from('after')]))
    expect(filesContaining(folder, [secret])).toEqual([planted])
  })
}
